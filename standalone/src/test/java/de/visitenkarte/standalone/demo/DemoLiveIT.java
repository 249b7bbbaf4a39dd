package de.visitenkarte.standalone.demo;

import static de.visitenkarte.standalone.demo.DemoStage.SILENT;
import static de.visitenkarte.standalone.demo.DemoStage.assertAllArrivedExactlyOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo plays while time goes by. */
@SuppressWarnings("NullAway.Init")
class DemoLiveIT {

    @AutoClose
    private DemoStage stage;

    @BeforeEach
    void prepare(@TempDir Path data) {
        stage = new DemoStage(data);
    }

    @Test
    void playsOnlyWhatHasHappenedAndCatchesUpAfterSleep() throws Exception {
        Semaphore ticks = new Semaphore(0);
        Demo demo = demoThatPausesFor(ticks);
        FakeApi api = stage.fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);
        long loaded = api.visits();

        demo.playLive(api.uri());
        awaitPauses(1);
        assertThat(api.visits()).isEqualTo(loaded);

        stage.advance(Duration.ofHours(3));
        ticks.release();
        awaitPauses(2);
        long afterThreeHours = api.visits();
        assertThat(afterThreeHours).isGreaterThan(loaded + 10);
        assertThat(api.waits().keySet()).allMatch(wait -> wait.bucket().isBefore(stage.now()));

        stage.advance(Duration.ofDays(3));
        ticks.release();
        awaitPauses(3);
        assertThat(api.visits()).isGreaterThan(afterThreeHours + 500);
        assertAllArrivedExactlyOnce(api, demo);
        assertThat(api.duplicates()).isZero();
    }

    @Test
    void everyTabletReportsEveryFiveMinutes() throws Exception {
        Semaphore ticks = new Semaphore(0);
        Demo demo = demoThatPausesFor(ticks);
        FakeApi api = stage.fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);
        demo.playLive(api.uri());
        awaitPauses(1);
        List<String> first = api.reporters();
        assertThat(first).isNotEmpty().doesNotHaveDuplicates().doesNotContain("nobody");

        stage.advance(TabletReports.BETWEEN.minusSeconds(1));
        ticks.release();
        awaitPauses(2);
        assertThat(api.reporters()).hasSameSizeAs(first);

        stage.advance(Duration.ofSeconds(1));
        ticks.release();
        awaitPauses(3);
        assertThat(api.reporters()).hasSize(2 * first.size());
    }

    @Test
    void playsOnAfterARefusal() throws Exception {
        Semaphore ticks = new Semaphore(0);
        Demo demo = demoThatPausesFor(ticks);
        FakeApi api = stage.fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);
        stage.advance(Duration.ofHours(3));
        api.refuseAfter(1);

        demo.playLive(api.uri());
        awaitPauses(1);
        api.refuseNothing();
        ticks.release();
        awaitPauses(2);

        assertThat(stage.pauses()).containsExactly(Duration.ofMinutes(1), Duration.ofSeconds(3));
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void canBeStoppedWhileTheApiIsAway() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        Demo demo = stage.demo(duration -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        FakeApi api = stage.fakeApi(demo);
        api.beUnavailable(Integer.MAX_VALUE, null);
        demo.playLive(api.uri());
        waiting.await();

        demo.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("demo-live"));
    }

    private Demo demoThatPausesFor(Semaphore ticks) {
        return stage.demo(duration -> {
            stage.pauses().add(duration);
            ticks.acquire();
        });
    }

    private void awaitPauses(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> stage.pauses().size() >= count);
    }
}
