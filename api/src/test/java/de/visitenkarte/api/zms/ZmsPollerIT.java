package de.visitenkarte.api.zms;

import static de.visitenkarte.api.examples.Book.aBook;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.FakeBroker;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From the answers of a ZMS to events and rows; its server time is that of the fixtures. */
class ZmsPollerIT {

    @AutoClose
    private final ZmsTestbed bed = new ZmsTestbed();

    private final FakeZms zms = bed.zms();
    private final FakeBroker broker = bed.broker();

    @Test
    void visitsAreThoseAtTheDesk() throws InterruptedException {
        bed.aPoller().run();

        assertThat(bed.published())
                .extracting(visit -> visit.getSequenceNumber() + ": " + visit.getWaitSeconds() + " s, "
                        + (visit.getWithAppointment() ? "with" : "without"))
                .containsExactly("1: 720 s, without", "2: 0 s, with", "3: 630 s, without");
    }

    @Test
    void nobodyIsCountedTwice() throws InterruptedException {
        ZmsPoller poller = bed.aPoller();
        poller.run();
        poller.run();
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json").replace("\"called\"", "\"processing\""));
        poller.run();

        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    /** The books remember what a restored backup of the numbers has forgotten. */
    @Test
    void numbersGoOnAfterTheHighestThatEverArrived() throws InterruptedException {
        bed.jdbi().useHandle(handle -> handle.execute("""
                        INSERT INTO feed.numbering (integration_id, office_id, kind, last_number)
                        VALUES ('musterstadt-aufruf', ?, 'zms', 3)
                        """, OFFICE));
        aBook("visit", OFFICE, "musterstadt-aufruf", 10).insert(bed.jdbi());
        bed.aPoller().run();

        assertThat(bed.numbers()).containsExactly(11L, 12L, 13L);
        assertThat(bed.list("SELECT last_number::text FROM feed.numbering")).containsExactly("13");
    }

    @Test
    void anotherInstanceWaitsAndGoesOnAfterwards() throws InterruptedException {
        bed.aPoller().run();
        ZmsPoller other = bed.aPoller();
        other.run();
        assertThat(zms.asked()).as("the first one reads").hasSize(1);
        bed.forward(Duration.ofHours(1));
        zms.json(
                FakeZms.QUEUE,
                ZmsFixtures.text("queue.json")
                        .replace("\"called\"", "\"processing\"")
                        .replace("1795429200", "1795429231"));
        other.run();

        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    /** The one kind of visit that a restart loses although it could still be seen; the handbook says so. */
    @Test
    void whoWasCalledBeforeARestartAndCameToTheDeskMeanwhileIsLost() throws InterruptedException {
        bed.aPoller().run();
        bed.forward(Duration.ofHours(1));
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json").replace("\"called\"", "\"processing\""));
        bed.aPoller().run();

        assertThat(bed.published()).hasSize(3);
    }

    @Test
    void brokerAwayLosesNothing() throws InterruptedException {
        ZmsPoller poller = bed.aPoller();
        broker.sendException = new KafkaException("away");
        poller.run();
        broker.sendException = null;
        broker.clear();
        poller.run();
        poller.run();

        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatWasWrittenDownBeforeACrashIsSentAfterIt() throws InterruptedException {
        broker.sendException = new KafkaException("away");
        bed.aPoller().run();
        broker.sendException = null;
        broker.clear();
        bed.forward(Duration.ofHours(1));
        bed.aPoller().run();

        assertThat(bed.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void noTicketNumberIsWrittenAnywhere() throws InterruptedException {
        broker.sendException = new KafkaException("away");
        bed.aPoller().run();
        List<String> rows = bed.list("""
                        SELECT encode(event, 'escape') FROM feed.outbox
                        UNION ALL
                        SELECT row_to_json(s)::text FROM feed.zms_scope s
                        UNION ALL
                        SELECT row_to_json(n)::text FROM feed.numbering n
                        """);

        assertThat(rows).hasSize(5).noneMatch(row -> row.matches("(?s).*(101|102|106|1795428).*"));
    }
}
