package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static de.visitenkarte.api.release.ReleaseFixture.DAY;
import static de.visitenkarte.api.release.ReleaseFixture.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.Cells;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** When a run finds something to release, and what several at once do. */
class ReleaserIT {

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Cells cells = fixture.cells();
    private final Releaser releaser = fixture.releaser();
    private final Jdbi jdbi = fixture.jdbi();

    @Test
    void twoReleasersAtOnceReleaseEachFigureOnce() {
        for (int round = 1; round <= 5; round++) {
            cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5L * round);
            CompletableFuture<Boolean> other =
                    CompletableFuture.supplyAsync(() -> fixture.newReleaser().run());
            releaser.run();
            other.join();
        }
        releaser.run();

        assertThat(fixture.visible()).isEqualTo("released null 25");
        assertThat(fixture.totals().get("rating/office/musterstadt-mitte/day/2026-11-22T23:00:00Z/overall"))
                .isEqualTo("[0, 0, 0, 0, 25]");
        assertThat(fixture.totals().get("rating/pilots/pilots/quarter/2026-09-30T22:00:00Z/overall"))
                .isEqualTo("[0, 0, 0, 0, 25]");
    }

    @Test
    void doesNothingWhileAnotherInstanceReleases() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5);
        fixture.anotherInstance().useTransaction(handle -> {
            handle.attach(ReleaseDao.class).tryLock();
            assertThat(releaser.run()).isFalse();
        });

        assertThat(fixture.visible()).isEqualTo("nothing");
        assertThat(releaser.run()).isTrue();
    }

    @Test
    void dayThatChangesWhileItIsReleasedIsReleasedAgain() {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 5);
        fixture.anotherInstance().useTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            List<ChangedDay> read = dao.listChangedDays("", LocalDate.EPOCH, 10);
            cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, 10);
            dao.deleteChangedDays(read);
        });

        assertThat(releaser.run()).isTrue();
        assertThat(fixture.visible()).isEqualTo("released null 10");
    }

    @Test
    void hasNothingToDoTwice() {
        fixture.rate(5);

        assertThat(releaser.run()).isFalse();
    }

    @Test
    void dayOfAnUnknownOfficeWaitsUntilTheOfficeIsKnown() {
        cells.ratings("beispielheim-1", DAY + "T10:15", 0, 0, 5, 0, 5);
        assertThat(releaser.run()).isFalse();
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);

        assertThat(releaser.run()).isTrue();
        assertThat(fixture.shown("authority", "beispielheim", "day")).isEqualTo(Map.of(DAY, "[0, 0, 5, 0, 5]"));
    }

    @Test
    void countsRunsAndFigures() {
        fixture.rate(5);

        assertThat(fixture.meters().get("release.run").timer().count()).isEqualTo(1);
        // office, authority, pilots × day, week, month, quarter
        assertThat(fixture.meters().get("release.figures").counter().count()).isEqualTo(12);
    }
}
