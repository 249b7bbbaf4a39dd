package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo against a fake API over real HTTP, with files on disk. */
class DemoIT {

    /** A Sunday morning: only Musterstadt is open. */
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private static final ProgressListener SILENT = (task, done, total) -> {};

    @TempDir
    Path data;

    private final MovableClock clock = new MovableClock(START);
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> opened = new ArrayList<>();
    /** Musterstadt, because it is open on Sundays, and a small one beside it. */
    private List<Authority> authorities = Authorities.list().stream()
            .filter(authority -> List.of("musterstadt", "modellmoor").contains(authority.id()))
            .toList();

    @AfterEach
    void closeAll() throws Exception {
        Collections.reverse(opened);
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void sendsTheWholeHistoryOfAllAuthoritiesAndItsLedgerAgrees() throws Exception {
        authorities = Authorities.list();
        Demo demo = demo();
        FakeApi api = fakeApi(demo);

        demo.loadHistory(api.uri(), SILENT);

        Ledger ledger = Ledger.read(demo.ledgerDirectory());
        assertThat(api.visits()).isBetween(180_000L, 250_000L).isEqualTo(ledger.visits());
        assertThat(api.ratings()).isBetween(18_000L, 28_000L).isEqualTo(ledger.ratings());
        assertThat(api.answers()).isEqualTo(ledger.answers());
        assertThat(api.waits()).isEqualTo(ledger.waits());
        assertThat(api.duplicates()).isZero();
        assertThat(api.offences()).isEmpty();
        assertThat(demo.unexpectedVerdicts()).isZero();
    }

    @Test
    void reachesFromNinetyDaysAgoToNow() throws Exception {
        Demo demo = demo();
        FakeApi api = fakeApi(demo);

        demo.loadHistory(api.uri(), SILENT);

        List<Instant> buckets =
                api.waits().keySet().stream().map(Ledger.Wait::bucket).sorted().toList();
        assertThat(buckets.get(0)).isBetween("2026-08-24T04:00:00Z", "2026-08-24T06:00:00Z");
        assertThat(buckets.get(buckets.size() - 1)).isBetween("2026-11-22T08:00:00Z", "2026-11-22T08:59:59Z");
    }

    @Test
    void reportsItsProgressInEvents() throws Exception {
        Demo demo = demo();
        FakeApi api = fakeApi(demo);
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();

        demo.loadHistory(api.uri(), (task, soFar, total) -> {
            done.add(soFar);
            totals.add(total);
        });

        assertThat(done).isSorted().startsWith(0L).endsWith(api.visits() + api.ratings());
        assertThat(totals).containsOnly(api.visits() + api.ratings());
    }

    @Test
    void sendsNothingTwiceAfterARestart() throws Exception {
        Demo first = demo();
        FakeApi api = fakeApi(first);
        first.loadHistory(api.uri(), SILENT);
        first.close();
        int requests = api.requests();
        List<Long> totals = new ArrayList<>();

        demo().loadHistory(api.uri(), (task, done, total) -> totals.add(total));

        assertThat(api.requests()).isEqualTo(requests);
        assertThat(totals).containsExactly(0L);
    }

    @Test
    void goesOnWhereItWasAfterDaysOfDowntime() throws Exception {
        Demo first = demo();
        FakeApi api = fakeApi(first);
        first.loadHistory(api.uri(), SILENT);
        first.close();
        long visits = api.visits();

        clock.advance(Duration.ofDays(20));
        Demo second = demo();
        second.loadHistory(api.uri(), SILENT);

        assertThat(api.visits()).isGreaterThan(visits + 20 * 150);
        assertAllArrivedExactlyOnce(api, second);
        assertThat(api.duplicates()).isZero();
    }

    @Test
    void sendsNothingWithAnotherBodyAfterACrashInTheMiddle() throws Exception {
        Demo first = demo();
        FakeApi api = fakeApi(first);
        api.refuseAfter(25);
        assertThatThrownBy(() -> first.loadHistory(api.uri(), SILENT)).isInstanceOf(ApiClient.RefusedException.class);
        first.close();
        long before = api.visits();
        api.refuseNothing();
        tearLastLine(first);

        clock.advance(Duration.ofHours(30));
        Demo second = demo();
        second.loadHistory(api.uri(), SILENT);

        assertThat(before).isPositive().isLessThan(api.visits());
        assertThat(api.duplicates()).isPositive();
        assertAllArrivedExactlyOnce(api, second);
    }

    @Test
    void sendsAgainWhatWasTakenButNeverAnswered() throws Exception {
        Demo demo = demo();
        FakeApi api = fakeApi(demo);
        api.loseAnswers(2);

        demo.loadHistory(api.uri(), SILENT);

        assertThat(api.duplicates()).isPositive();
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void waitsAsLongAsAnUnavailableApiAsks() throws Exception {
        authorities = authorities.subList(0, 1);
        Demo demo = demo();
        FakeApi api = fakeApi(demo);
        api.beUnavailable(3, "7");

        demo.loadHistory(api.uri(), SILENT);

        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7), Duration.ofSeconds(7));
        assertThat(api.duplicates()).isZero();
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void waitsLongerAndLongerWhenTheApiDoesNotSayHowLong() throws Exception {
        authorities = authorities.subList(0, 1);
        Demo demo = demo();
        FakeApi api = fakeApi(demo);
        api.beUnavailable(8, null);

        demo.loadHistory(api.uri(), SILENT);

        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L);
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void countsEventsThatTheApiRejects() throws Exception {
        Demo demo = demo();
        FakeApi api = fakeApi(demo);
        api.rejectEvents(3);

        demo.loadHistory(api.uri(), SILENT);

        assertThat(demo.unexpectedVerdicts()).isEqualTo(3);
    }

    @Test
    void playsOnlyWhatHasHappenedAndCatchesUpAfterSleep() throws Exception {
        Semaphore ticks = new Semaphore(0);
        Demo demo = demo(duration -> {
            pauses.add(duration);
            ticks.acquire();
        });
        FakeApi api = fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);
        long loaded = api.visits();

        demo.playLive(api.uri());
        awaitPauses(1);
        assertThat(api.visits()).isEqualTo(loaded);

        clock.advance(Duration.ofHours(3));
        ticks.release();
        awaitPauses(2);
        long afterThreeHours = api.visits();
        assertThat(afterThreeHours).isGreaterThan(loaded + 10);
        assertThat(api.waits().keySet()).allMatch(wait -> wait.bucket().isBefore(clock.instant()));

        clock.advance(Duration.ofDays(3));
        ticks.release();
        awaitPauses(3);
        assertThat(api.visits()).isGreaterThan(afterThreeHours + 500);
        assertAllArrivedExactlyOnce(api, demo);
        assertThat(api.duplicates()).isZero();
    }

    @Test
    void playsOnAfterARefusal() throws Exception {
        Semaphore ticks = new Semaphore(0);
        Demo demo = demo(duration -> {
            pauses.add(duration);
            ticks.acquire();
        });
        FakeApi api = fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);
        clock.advance(Duration.ofHours(3));
        api.refuseAfter(1);

        demo.playLive(api.uri());
        awaitPauses(1);
        api.refuseNothing();
        ticks.release();
        awaitPauses(2);

        assertThat(pauses).containsExactly(Duration.ofMinutes(1), Duration.ofSeconds(3));
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void canBeStoppedWhileTheApiIsAway() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        Demo demo = demo(duration -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        FakeApi api = fakeApi(demo);
        api.beUnavailable(Integer.MAX_VALUE, null);
        demo.playLive(api.uri());
        waiting.await();

        demo.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("demo-live"));
    }

    @Test
    void leavesTheTrialDeviceToPeople() throws Exception {
        Demo demo = demo();
        FakeApi api = fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);

        assertThat(Files.readString(demo.registryFile())).contains(Tokens.sha256(demo.trialDeviceToken()));
        assertThat(api.senders())
                .contains("musterstadt-mitte-aufenthalt-1")
                .noneMatch(sender -> sender.contains("ausprobieren"));
    }

    @Test
    void playsTheSameForAllThatBeginOnTheSameDay() throws Exception {
        Demo one = demo();
        FakeApi first = fakeApi(one);
        one.loadHistory(first.uri(), SILENT);
        Demo other = open(data.resolve("elsewhere"), clock, pauses::add);
        FakeApi second = fakeApi(other);
        other.loadHistory(second.uri(), SILENT);

        assertThat(first.answers()).isEqualTo(second.answers());
        assertThat(one.trialDeviceToken()).isNotEqualTo(other.trialDeviceToken());
    }

    private void assertAllArrivedExactlyOnce(FakeApi api, Demo demo) {
        Ledger ledger = Ledger.read(demo.ledgerDirectory());
        assertThat(api.offences()).isEmpty();
        assertThat(api.answers()).isEqualTo(ledger.answers());
        assertThat(api.waits()).isEqualTo(ledger.waits());
        assertThat(demo.unexpectedVerdicts()).isZero();
    }

    private static void tearLastLine(Demo demo) throws IOException {
        Files.writeString(
                demo.ledgerDirectory().resolve("visits-2026-08.csv"),
                "musterstadt-mitte,true,2026-08-24T08:00:00Z,99",
                StandardOpenOption.APPEND);
    }

    private void awaitPauses(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> pauses.size() >= count);
    }

    private Demo demo() {
        return demo(pauses::add);
    }

    private Demo demo(Pause pause) {
        return open(data, clock, pause);
    }

    private Demo open(Path directory, Clock time, Pause pause) {
        Demo demo = Demo.prepare(directory, time, pause, authorities);
        opened.add(demo);
        return demo;
    }

    private FakeApi fakeApi(Demo demo) throws IOException {
        FakeApi api = new FakeApi(demo.registryFile());
        opened.add(api);
        return api;
    }

    private static final class MovableClock extends Clock {

        private volatile Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
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
            throw new UnsupportedOperationException();
        }
    }
}
