package de.visitenkarte.api.accounting;

import static de.visitenkarte.api.examples.Book.aBook;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.release.Releaser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see while cells are built anew. Books and cells come back over different topics, in any order. */
@SuppressWarnings("NullAway.Init")
class RebuildIT {

    private static final String OFFICE = "musterstadt-mitte";
    private static final String MORNING = "2026-11-20T10:15";
    private static final String NOON = "2026-11-20T12:15";

    private Jdbi jdbi;
    private Cells cells;
    private Releaser releaser;

    @BeforeEach
    void releaseAndDrop() throws Exception {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        cells = new Cells(jdbi);
        releaser = new Releaser(jdbi, Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());
        anAuthority("musterstadt").with(OFFICE).insert(jdbi);
        cells.ratings(OFFICE, MORNING, 0, 0, 0, 0, 10);
        cells.ratings(OFFICE, NOON, 0, 0, 0, 0, 10);
        cells.waits(OFFICE, MORNING, false, 1, 1, 1, 1, 1);
        releaser.run();
        jdbi.inTransaction(handle -> Rebuild.start(
                handle, () -> Map.of(new SourcePartition("rating", 0), 20L, new SourcePartition("visit", 0), 5L)));
    }

    @Test
    void cellsThatAreHalfThereAreNotReleasedAlthoughTheBooksAreComplete() {
        book("rating", 20);
        book("visit", 5);
        cells.waits(OFFICE, MORNING, false, 1, 1, 1, 1, 1);
        cells.ratings(OFFICE, MORNING, 0, 0, 0, 0, 10);
        assertThat(releaser.run()).isFalse();
        assertThat(shown()).containsExactly("20 answers", "5 visits");
        assertThat(targets()).isEqualTo(2);

        cells.ratings(OFFICE, NOON, 0, 0, 0, 0, 10);
        assertThat(releaser.run()).isTrue();
        assertThat(shown()).containsExactly("20 answers", "5 visits");
        assertThat(targets()).as("nothing is added up any more").isZero();
    }

    @Test
    void visitsThatAreMissingHoldRatingsBackToo() {
        book("rating", 20);
        book("visit", 5);
        cells.ratings(OFFICE, MORNING, 0, 0, 0, 0, 10);
        cells.ratings(OFFICE, NOON, 0, 0, 0, 0, 10);
        cells.waits(OFFICE, MORNING, false, 1, 1);

        assertThat(releaser.run()).isFalse();
        assertThat(targets()).isEqualTo(2);
    }

    @Test
    void booksOfOneKindThatAreNotCompleteHoldEverythingBack() {
        book("rating", 20);
        book("visit", 4);
        cells.ratings(OFFICE, MORNING, 0, 0, 0, 0, 20);
        cells.waits(OFFICE, MORNING, false, 1, 1, 1, 1, 1);

        assertThat(releaser.run()).isFalse();
        assertThat(targets()).isEqualTo(2);
    }

    /** Under load cells arrive before their books. */
    @Test
    void cellsMayBeAheadOfTheBooks() {
        book("rating", 20);
        book("visit", 5);
        cells.ratings(OFFICE, MORNING, 0, 0, 0, 0, 25);
        cells.waits(OFFICE, MORNING, false, 1, 1, 1, 1, 1);

        assertThat(releaser.run()).isTrue();
        assertThat(shown()).containsExactly("25 answers", "5 visits");
        assertThat(targets()).isZero();
    }

    private void book(String kind, long records) {
        aBook(kind, OFFICE, "source", records).insert(jdbi);
    }

    private List<String> shown() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT answers || ' answers' AS shown
                        FROM dash.rating_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day'
                        UNION ALL
                        SELECT visits || ' visits'
                        FROM dash.wait_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day' AND appointment = 'all'
                        ORDER BY 1
                        """).mapTo(String.class).list());
    }

    private long targets() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM account.rebuild")
                .mapTo(Long.class)
                .one());
    }
}
