package de.visitenkarte.streams;

import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Cells leave store, topic and join when they are fourteen months old, by the wall clock. */
class ExpiryTest {

    private static final Instant TODAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final long END = TODAY.atZone(ZoneOffset.UTC).minusMonths(14).toEpochSecond();
    private static final long OLD = END - 900;

    @AutoClose
    private final CountingDriver driver = new CountingDriver(TODAY);

    @Test
    void cellsOfAQuarterHourGoWhenItIsOldEnough() {
        for (String office : List.of("a", "a-b", "b", "ä")) {
            send(office, OLD);
            send(office, END);
            send(office, END + 900);
        }
        driver.written(Topics.RATING_CELL);
        driver.written(Topics.WAIT_CELL);
        driver.passHour();

        assertThat(deleted(Topics.RATING_CELL))
                .containsExactlyInAnyOrder("a/" + OLD, "a-b/" + OLD, "b/" + OLD, "ä/" + OLD);
        assertThat(deleted(Topics.WAIT_CELL))
                .containsExactlyInAnyOrder("a/" + OLD, "a-b/" + OLD, "b/" + OLD, "ä/" + OLD);
        assertThat(driver.storedKeys("rating-cells")).hasSize(8).noneMatch(key -> key.endsWith(Long.toString(OLD)));
        assertThat(driver.storedKeys("join-attributions"))
                .hasSize(8)
                .noneMatch(key -> key.endsWith(Long.toString(OLD)));
        driver.passHour();
        assertThat(deleted(Topics.RATING_CELL)).as("once").isEmpty();
    }

    @Test
    void bandThatHasNothingLeftGoesToo() {
        long hour = Math.floorDiv(OLD, 3600) * 3600;
        send("a", OLD);
        send("a", END);
        driver.written(Topics.BAND_CELL);
        driver.passHour();

        assertThat(deleted(Topics.BAND_CELL)).containsExactly("a/UP_TO_15_MINUTES/" + hour);
    }

    @Test
    void recordThatDeletesSaysTheDayAndNoTime() {
        send("a", OLD);
        driver.written(Topics.RATING_CELL);
        driver.passHour();

        assertThat(driver.written(Topics.RATING_CELL))
                .isNotEmpty()
                .allMatch(record -> record.timestamp() % Duration.ofDays(1).toMillis() == 0);
    }

    @Test
    void booksRemember() {
        send("a", OLD);
        driver.accounts();
        driver.passHour();

        assertThat(driver.accounts()).isEmpty();
        assertThat(driver.storedKeys("rating-account")).hasSize(1);
    }

    private void send(String office, long bucket) {
        driver.send(aRating()
                .setOfficeId(office)
                .setDeviceId(office + bucket)
                .setBucketStart(bucket)
                .build());
        driver.send(aVisit().setOfficeId(office)
                .setSequenceNumber(bucket)
                .setBucketStart(bucket)
                .build());
        driver.passOn();
    }

    private List<String> deleted(Topics.Topic topic) {
        return driver.written(topic).stream()
                .filter(record -> record.value() == null)
                .map(TestRecord::key)
                .toList();
    }
}
