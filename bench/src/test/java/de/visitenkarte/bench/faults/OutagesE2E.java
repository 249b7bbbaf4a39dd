package de.visitenkarte.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.bench.cluster.Cluster;
import de.visitenkarte.bench.cluster.Kind;
import de.visitenkarte.bench.cluster.Layout;
import de.visitenkarte.bench.cluster.Member;
import de.visitenkarte.bench.load.Installation;
import de.visitenkarte.bench.load.Journal;
import de.visitenkarte.bench.load.Load;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the applications do while Kafka or PostgreSQL are away, and in which order everything may be started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls prepare first.
class OutagesE2E {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Two seconds are promised; a busy machine may take a moment to notice that they are over. */
    private static final long LONGEST_503_MILLIS = 3000;

    private static final long MEGABYTE = 1024 * 1024;

    private Path directory;
    private Cluster cluster;
    private int journals;

    @BeforeAll
    void prepare(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws Exception {
        this.directory = directory;
        cluster = new Cluster(directory, new Layout(1, 1, 1));
        cluster.prepare(Installation.writeRegistry(directory.resolve("registry.yaml")));
    }

    @AfterAll
    void close() {
        cluster.close();
    }

    /** K is Kafka, P is PostgreSQL, A are the applications. */
    @ParameterizedTest
    @ValueSource(strings = {"KPA", "PKA", "KAP", "PAK", "AKP", "APK"})
    void startsInAnyOrderAndNamesWhatIsMissing(String order) throws Exception {
        stopEverything();

        for (int i = 0; i < order.length(); i++) {
            start(order.charAt(i));
            String running = order.substring(0, i + 1);
            if (running.contains("A")) {
                await().atMost(LIMIT).untilAsserted(() -> assertNamesWhatIsMissing(running));
            }
        }

        await().atMost(LIMIT).until(() -> cluster.isReady(member(Kind.API)) && cluster.isReady(member(Kind.STREAMS)));
    }

    @Test
    void refusesInTimeAndHoardsNothingWhileKafkaIsAway() throws Exception {
        everythingIsReady();
        Member api = member(Kind.API);
        try (Journal journal = journal();
                Load load = load(journal, 200)) {
            long before = cluster.heapBytes(api);
            member(Kind.BROKER).stall();
            load.start();
            await().atMost(LIMIT).until(() -> load.answers().unavailable() > 60);
            long meanwhile = cluster.heapBytes(api);
            member(Kind.BROKER).resume();
            load.stopRecording();
            await().atMost(LIMIT).until(() -> load.unsent() == 0);

            assertThat(load.answers().unexpected()).isEmpty();
            assertThat(load.answers().slowestUnavailableMillis()).isLessThan(LONGEST_503_MILLIS);
            assertThat(meanwhile - before).isLessThan(20 * MEGABYTE);
        } finally {
            member(Kind.BROKER).resume();
        }
    }

    @Test
    void takesRatingsWhilePostgresqlIsAway() throws Exception {
        everythingIsReady();
        try (Journal journal = journal();
                Load load = load(journal, 40)) {
            member(Kind.POSTGRES).stall();
            load.start();
            await().atMost(LIMIT).until(() -> journal.acknowledged().size() > 200);
            assertThat(load.answers().unavailable()).isZero();
            assertThat(load.answers().unexpected()).isEmpty();
            assertThat(cluster.readiness(member(Kind.API)).text()).contains("postgresql not ready");

            member(Kind.POSTGRES).resume();
            Recovery recovery = new Recovery(cluster, load);
            recovery.begin(FaultKind.STALL_POSTGRES);
            assertThat(recovery.await(LIMIT)).isTrue();
        } finally {
            member(Kind.POSTGRES).resume();
        }
    }

    /** Kafka in order: after a kill its next start would wait until the old registration has timed out. */
    private void stopEverything() throws InterruptedException {
        member(Kind.API).killForGood();
        member(Kind.STREAMS).killForGood();
        member(Kind.POSTGRES).killForGood();
        long unused = member(Kind.BROKER).stop();
    }

    private void start(char part) {
        List<Kind> kinds =
                switch (part) {
                    case 'K' -> List.of(Kind.BROKER);
                    case 'P' -> List.of(Kind.POSTGRES);
                    default -> List.of(Kind.API, Kind.STREAMS);
                };
        kinds.forEach(kind -> member(kind).start());
        if (part != 'A') {
            await().atMost(LIMIT).until(() -> cluster.isReady(member(kinds.get(0))));
        }
    }

    private void assertNamesWhatIsMissing(String running) {
        Cluster.Readiness api = cluster.readiness(member(Kind.API));
        assertThat(api.status()).isEqualTo(running.length() == 3 ? 200 : 503);
        assertThat(api.text()).contains(running.contains("K") ? "kafka ready" : "kafka not ready");
        assertThat(api.text()).contains(running.contains("P") ? "postgresql ready" : "postgresql not ready");
        if (!running.contains("K")) {
            Cluster.Readiness streams = cluster.readiness(member(Kind.STREAMS));
            assertThat(streams.status()).isEqualTo(503);
            assertThat(streams.text()).contains("waiting for Kafka");
        }
    }

    private void everythingIsReady() {
        for (Kind kind : Kind.values()) {
            member(kind).start();
        }
        await().atMost(LIMIT).until(() -> cluster.isReady(member(Kind.API)) && cluster.isReady(member(Kind.STREAMS)));
    }

    private Member member(Kind kind) {
        return cluster.members(kind).get(0);
    }

    private Journal journal() throws Exception {
        journals++;
        return new Journal(directory.resolve("journal-" + journals + ".txt"));
    }

    private Load load(Journal journal, int rate) {
        return new Load(cluster.apis(), cluster.kafka(), journal, journals, rate, Instant.now());
    }
}
