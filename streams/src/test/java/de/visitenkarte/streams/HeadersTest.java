package de.visitenkarte.streams;

import static de.visitenkarte.streams.CountingDriver.bytesOf;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.Topics;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** A record with headers that are larger than what a producer sends must not stop the stream. */
class HeadersTest {

    private static final Headers HEADERS = new RecordHeaders().add("note", bytesOf("of whoever sent it"));

    @Test
    void leavesTheHeadersOfWhatCameBehind() {
        try (CountingDriver driver = new CountingDriver()) {
            driver.send(Topics.RATING, bytesOf(OFFICE), bytesOf("garbage"), HEADERS);
            driver.send(Topics.RATING, bytesOf(OFFICE), aRating().build().toByteArray(), HEADERS);
            // The second one is refused in the second step.
            driver.send(
                    Topics.RATING,
                    bytesOf(OFFICE),
                    aRating().setBodyHash(99).build().toByteArray(),
                    HEADERS);
            driver.send(Topics.VISIT, bytesOf(OFFICE), aVisit().build().toByteArray(), HEADERS);

            for (Topics.Topic topic : Topics.ownedBy(Topics.Owner.STREAMS)) {
                assertThat(driver.written(topic))
                        .as(topic.name())
                        .isNotEmpty()
                        .allSatisfy(record -> assertThat(record.headers()).isEmpty());
            }
        }
    }
}
