package de.visitenkarte.standalone.demo;

import static de.visitenkarte.standalone.demo.DemoStage.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history that the demo invents, against a fake API over real HTTP, with files on disk. */
@SuppressWarnings("NullAway.Init")
class DemoIT {

    @AutoClose
    private DemoStage stage;

    @BeforeEach
    void prepare(@TempDir Path data) {
        stage = new DemoStage(data);
    }

    @Test
    void sendsTheWholeHistoryOfAllAuthoritiesAndItsLedgerAgrees() throws Exception {
        stage.playAll();
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);

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
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);

        demo.loadHistory(api.uri(), SILENT);

        List<Instant> buckets =
                api.waits().keySet().stream().map(Ledger.Wait::bucket).sorted().toList();
        assertThat(buckets.get(0)).isBetween("2026-08-24T04:00:00Z", "2026-08-24T06:00:00Z");
        assertThat(buckets.get(buckets.size() - 1)).isBetween("2026-11-22T08:00:00Z", "2026-11-22T08:59:59Z");
    }

    @Test
    void reportsItsProgressInEvents() throws Exception {
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);
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
    void leavesTheTrialDeviceToPeople() throws Exception {
        Demo demo = stage.demo();
        FakeApi api = stage.fakeApi(demo);
        demo.loadHistory(api.uri(), SILENT);

        assertThat(Files.readString(demo.registryFile())).contains(Tokens.sha256(demo.trialDeviceToken()));
        assertThat(api.senders())
                .contains("musterstadt-mitte-aufenthalt-1")
                .noneMatch(sender -> sender.contains("ausprobieren"));
    }

    @Test
    void playsTheSameForAllThatBeginOnTheSameDay() throws Exception {
        Demo one = stage.demo();
        FakeApi first = stage.fakeApi(one);
        one.loadHistory(first.uri(), SILENT);
        Demo other = stage.demoIn("elsewhere");
        FakeApi second = stage.fakeApi(other);
        other.loadHistory(second.uri(), SILENT);

        assertThat(first.answers()).isEqualTo(second.answers());
        assertThat(one.trialDeviceToken()).isNotEqualTo(other.trialDeviceToken());
    }
}
