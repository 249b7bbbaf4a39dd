package de.visitenkarte.api.zms;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.OFFICE;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.examples.RegistryBuilder;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.Visit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the answers of a ZMS to events and rows; its server time is that of the fixtures. */
@SuppressWarnings("NullAway.Init")
class ZmsPollerIT {

    private static final ZmsSettings.Scope SCOPE = new ZmsSettings.Scope("141", OFFICE);
    private static final String WAREHOUSE = "/warehouse/waitingscope/141/2026-11-22/";

    private final FakeZms zms = new FakeZms();
    private final MovingClock clock = new MovingClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private Jdbi jdbi;

    @BeforeEach
    void migrate() {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        RegistryBuilder.anAuthority("musterstadt").with(OFFICE).insert(jdbi);
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json"));
    }

    @AfterEach
    void stop() {
        zms.close();
    }

    @Test
    void visitsAreThoseAtTheDesk() throws InterruptedException {
        aPoller().run();

        assertThat(published())
                .extracting(visit -> visit.getSequenceNumber() + ": " + visit.getWaitSeconds() + " s, "
                        + (visit.getWithAppointment() ? "with" : "without"))
                .containsExactly("1: 720 s, without", "2: 0 s, with", "3: 630 s, without");
    }

    @Test
    void nobodyIsCountedTwice() throws InterruptedException {
        ZmsPoller poller = aPoller();
        poller.run();
        poller.run();
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json").replace("\"called\"", "\"processing\""));
        poller.run();

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(1L, 2L, 3L, 4L);
    }

    /** The books remember what a restored backup of the numbers has forgotten. */
    @Test
    void numbersGoOnAfterTheHighestThatEverArrived() throws InterruptedException {
        jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO feed.numbering (integration_id, office_id, kind, last_number)
                        VALUES ('musterstadt-aufruf', ?, 'zms', 3)
                        """, OFFICE));
        jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO account.source
                            (kind, partition, office_id, source_id, authority_id, accepted, counted, quarantined,
                             duplicates, replays, sequence_numbers, highest_sequence_number, changed_at)
                        VALUES ('visit', 0, ?, 'musterstadt-aufruf', 'musterstadt', 10, 10, 0, 0, 0, 10, 10, now())
                        """, OFFICE));
        aPoller().run();

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(11L, 12L, 13L);
        assertThat(list("SELECT last_number::text FROM feed.numbering")).containsExactly("13");
    }

    @Test
    void anotherInstanceWaitsAndGoesOnAfterwards() throws InterruptedException {
        aPoller().run();
        ZmsPoller other = aPoller();
        other.run();
        assertThat(zms.asked()).as("the first one reads").hasSize(1);
        clock.forward(Duration.ofHours(1));
        zms.json(
                FakeZms.QUEUE,
                ZmsFixtures.text("queue.json")
                        .replace("\"called\"", "\"processing\"")
                        .replace("1795429200", "1795429231"));
        other.run();

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(1L, 2L, 3L, 4L);
    }

    /** The one kind of visit that a restart loses although it could still be seen; the handbook says so. */
    @Test
    void whoWasCalledBeforeARestartAndCameToTheDeskMeanwhileIsLost() throws InterruptedException {
        aPoller().run();
        clock.forward(Duration.ofHours(1));
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json").replace("\"called\"", "\"processing\""));
        aPoller().run();

        assertThat(published()).hasSize(3);
    }

    @Test
    void brokerAwayLosesNothing() throws InterruptedException {
        ZmsPoller poller = aPoller();
        broker.sendException = new KafkaException("away");
        poller.run();
        broker.sendException = null;
        broker.clear();
        poller.run();
        poller.run();

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatWasWrittenDownBeforeACrashIsSentAfterIt() throws InterruptedException {
        broker.sendException = new KafkaException("away");
        aPoller().run();
        broker.sendException = null;
        broker.clear();
        clock.forward(Duration.ofHours(1));
        aPoller().run();

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(1L, 2L, 3L);
    }

    @Test
    void noTicketNumberIsWrittenAnywhere() throws InterruptedException {
        broker.sendException = new KafkaException("away");
        aPoller().run();
        List<String> rows = list("""
                        SELECT encode(event, 'escape') FROM feed.outbox
                        UNION ALL
                        SELECT row_to_json(s)::text FROM feed.zms_scope s
                        UNION ALL
                        SELECT row_to_json(n)::text FROM feed.numbering n
                        """);

        assertThat(rows).hasSize(5).noneMatch(row -> row.matches("(?s).*(101|102|106|1795428).*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|{}|unauthorised",
                "403|{}|unauthorised",
                "500|{}|unreachable",
                "429|{}|unreachable",
                "200|<html>Anmeldung</html>|unreadable",
                "302|<html>Anmeldung</html>|unreadable",
                "404|{}|unreadable",
                "200|{\"meta\":{\"error\":true},\"data\":[]}|unreadable",
                "200|{\"meta\":{\"error\":false,\"reducedData\":true},\"data\":[]}|reduced"
            })
    void everyFaultIsCountedAndNothingElseHappens(int status, String body, String outcome) throws InterruptedException {
        zms.reply(FakeZms.QUEUE, status, body);
        aPoller().run();

        assertThat(looks(outcome)).isEqualTo(1);
        assertThat(meters.get("zms.failing").gauge().value()).isEqualTo(1);
        assertThat(published()).isEmpty();
    }

    @Test
    void answerThatDoesNotComeIsGivenUp() throws InterruptedException {
        zms.hang(FakeZms.QUEUE);
        aPoller().run();

        assertThat(looks("unreachable")).isEqualTo(1);
    }

    @Test
    void pausesGrowAndEnd() throws InterruptedException {
        ZmsPoller poller = aPoller();
        zms.reply(FakeZms.QUEUE, 500, "{}");
        for (int i = 0; i < 20; i++) {
            poller.run();
            clock.forward(Duration.ofSeconds(30));
        }
        assertThat(zms.asked())
                .as("in ten minutes: at 0, 30 s, 1½, 3½ and 7½ minutes")
                .hasSize(5);
        zms.json(FakeZms.QUEUE, ZmsFixtures.text("queue.json"));
        clock.forward(Duration.ofMinutes(5));
        poller.run();

        assertThat(meters.get("zms.failing").gauge().value()).isZero();
        assertThat(looks("ok")).isEqualTo(1);
    }

    @Test
    void scopeThatFailsHoldsUpNoOther() throws InterruptedException {
        zms.reply("/scope/7/queue/", 403, "{}");
        new ZmsPoller(
                        zms.settings(new ZmsSettings.Scope("7", "musterstadt-nord"), SCOPE),
                        client(),
                        () -> Optional.of(anIntegration()),
                        jdbi,
                        new EventPublisher(broker),
                        clock,
                        new ZmsMeters(meters),
                        UUID.randomUUID())
                .run();

        assertThat(published()).hasSize(3);
    }

    @Test
    void meansOfYesterdayStandBesideEachOtherAndInNoFigure() throws InterruptedException {
        zms.json(WAREHOUSE, ZmsFixtures.text("warehouse.json"));
        new Cells(jdbi).waits(OFFICE, "2026-11-22T10:00", false, 10, 10, 10, 20, 20, 20);
        ZmsComparison comparison = aComparison();
        comparison.run();
        comparison.run();

        assertThat(zms.asked()).containsExactly(WAREHOUSE);
        assertThat(list("""
                        SELECT concat_ws(' ', appointment, state, own_visits, round(own_mean_minutes), zms_visits,
                            round(zms_mean_minutes))
                        FROM dash.zms_comparison
                        ORDER BY appointment
                        """)).containsExactly("with suppressed", "without released 6 15 40 13");
        assertThat(meters.get("zms.difference").gauge().value()).isCloseTo(2, within(1e-9));
        assertThat(list("SELECT sum(visits)::text FROM cell.wait_cell")).containsExactly("6");
    }

    @Test
    void comparisonWaitsUntilZmsHasTheDay() throws InterruptedException {
        ZmsComparison comparison = aComparison();
        comparison.run();
        zms.json(WAREHOUSE, ZmsFixtures.text("warehouse.json"));
        comparison.run();

        assertThat(list("SELECT count(*)::text FROM feed.zms_comparison")).containsExactly("2");
    }

    private List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private ZmsPoller aPoller() {
        return new ZmsPoller(
                zms.settings(SCOPE),
                client(),
                () -> Optional.of(anIntegration()),
                jdbi,
                new EventPublisher(broker),
                clock,
                new ZmsMeters(meters),
                UUID.randomUUID());
    }

    private ZmsComparison aComparison() {
        return new ZmsComparison(
                zms.settings(SCOPE), client(), () -> Optional.of(anIntegration()), jdbi, clock, new ZmsMeters(meters));
    }

    private ZmsClient client() {
        return new ZmsClient(zms.settings(SCOPE), FakeZms.KEY);
    }

    private double looks(String outcome) {
        return meters.get("zms.looks").tag("outcome", outcome).counter().count();
    }

    private List<Visit> published() {
        List<Visit> visits = new ArrayList<>();
        broker.history().forEach(event -> {
            try {
                visits.add(Visit.parseFrom(event.value()));
            } catch (InvalidProtocolBufferException e) {
                throw new AssertionError(e);
            }
        });
        return visits;
    }

    /** Stands still unless it is told to move. */
    private static final class MovingClock extends Clock {

        private Instant now = NOW;

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
