package de.visitenkarte.standalone.demo;

import static de.visitenkarte.standalone.demo.DemoStage.SILENT;
import static de.visitenkarte.standalone.demo.DemoStage.assertAllArrivedExactlyOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo sends again and what not, when it or the API is stopped, away or slow. */
@SuppressWarnings("NullAway.Init")
class DemoFaultsIT {

    @AutoClose
    private DemoStage stage;

    @BeforeEach
    void prepare(@TempDir Path data) {
        stage = new DemoStage(data);
    }

    @Test
    void sendsNothingTwiceAfterARestart() throws Exception {
        Demo first = stage.demo();
        FakeApi api = stage.fakeApi(first);
        first.loadHistory(api.uri(), SILENT);
        first.close();
        int requests = api.requests();
        List<Long> totals = new ArrayList<>();

        stage.demo().loadHistory(api.uri(), (task, done, total) -> totals.add(total));

        assertThat(api.requests()).isEqualTo(requests);
        assertThat(totals).containsExactly(0L);
    }

    @Test
    void goesOnWhereItWasAfterDaysOfDowntime() throws Exception {
        Demo first = stage.demo();
        FakeApi api = stage.fakeApi(first);
        first.loadHistory(api.uri(), SILENT);
        first.close();
        long visits = api.visits();

        stage.advance(Duration.ofDays(20));
        Demo second = stage.demo();
        second.loadHistory(api.uri(), SILENT);

        assertThat(api.visits()).isGreaterThan(visits + 20 * 150);
        assertAllArrivedExactlyOnce(api, second);
        assertThat(api.duplicates()).isZero();
    }

    @Test
    void sendsNothingWithAnotherBodyAfterACrashInTheMiddle() throws Exception {
        Demo first = stage.demo();
        FakeApi api = stage.fakeApi(first);
        api.refuseAfter(25);
        assertThatThrownBy(() -> first.loadHistory(api.uri(), SILENT)).isInstanceOf(ApiClient.RefusedException.class);
        first.close();
        long before = api.visits();
        api.refuseNothing();
        tearLastLine(first);

        stage.advance(Duration.ofHours(30));
        Demo second = stage.demo();
        second.loadHistory(api.uri(), SILENT);

        assertThat(before).isPositive().isLessThan(api.visits());
        assertThat(api.duplicates()).isPositive();
        assertAllArrivedExactlyOnce(api, second);
    }

    @Test
    void sendsAgainWhatWasTakenButNeverAnswered() throws Exception {
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);
        api.loseAnswers(2);

        demo.loadHistory(api.uri(), SILENT);

        assertThat(api.duplicates()).isPositive();
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void waitsAsLongAsAnUnavailableApiAsks() throws Exception {
        stage.playOnly("musterstadt");
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);
        api.beUnavailable(3, "7");

        demo.loadHistory(api.uri(), SILENT);

        assertThat(stage.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7), Duration.ofSeconds(7));
        assertThat(api.duplicates()).isZero();
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void waitsLongerAndLongerWhenTheApiDoesNotSayHowLong() throws Exception {
        stage.playOnly("musterstadt");
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);
        api.beUnavailable(8, null);

        demo.loadHistory(api.uri(), SILENT);

        assertThat(stage.pauses())
                .extracting(Duration::toMillis)
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L);
        assertAllArrivedExactlyOnce(api, demo);
    }

    @Test
    void countsEventsThatTheApiRejects() throws Exception {
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);
        api.rejectEvents(3);

        demo.loadHistory(api.uri(), SILENT);

        assertThat(demo.unexpectedVerdicts()).isEqualTo(3);
    }

    private static void tearLastLine(Demo demo) throws IOException {
        Files.writeString(
                demo.ledgerDirectory().resolve("visits-2026-08.csv"),
                "musterstadt-mitte,true,2026-08-24T08:00:00Z,99",
                StandardOpenOption.APPEND);
    }
}
