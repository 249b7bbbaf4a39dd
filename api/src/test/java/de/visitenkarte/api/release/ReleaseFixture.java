package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A pilot with two offices, its cells, and a releaser, on a database of their own. */
final class ReleaseFixture {

    static final String DAY = "2026-11-23";
    static final String OFFICE = "musterstadt-mitte";

    private final DataSource database = PostgresForTests.newMigratedDatabase();
    private final Jdbi jdbi = Database.jdbi(database);
    private final Cells cells = new Cells(jdbi);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Releaser releaser = newReleaser();

    ReleaseFixture() {
        anAuthority("musterstadt").with(OFFICE).with("musterstadt-nord").insert(jdbi);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Access of its own to the same database. */
    Jdbi anotherInstance() {
        return Database.jdbi(database);
    }

    Cells cells() {
        return cells;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    Releaser releaser() {
        return releaser;
    }

    Releaser newReleaser() {
        return releaserAt(NOW.toString());
    }

    Releaser releaserAt(String time) {
        return new Releaser(jdbi, Clock.fixed(Instant.parse(time), ZoneOffset.UTC), meters);
    }

    /** So many ratings have been given by now. */
    void rate(long ratings) {
        cells.ratings(OFFICE, DAY + "T10:15", 0, 0, 0, 0, ratings);
        releaser.run();
    }

    /** State, reason and number of answers of the one office that has a day; {@code nothing} if none has. */
    String visible() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT concat_ws(' ', state, coalesce(reason, 'null'), coalesce(answers::text, 'null'))
                        FROM dash.rating_figure
                        WHERE scope_kind = 'office' AND period_kind = 'day'
                        """).mapTo(String.class).findOne().orElse("nothing"));
    }

    /** Returns the counts of what is released, by the start of the period. */
    Map<String, String> shown(String scopeKind, String scopeId, String periodKind) {
        return toMap("SELECT period_start::text, ARRAY[count_1, count_2, count_3, count_4, count_5]::text"
                + " FROM dash.rating_figure WHERE question_id = 'overall' AND state = 'released'"
                + " AND scope_kind = '" + scopeKind + "' AND scope_id = '" + scopeId
                + "' AND period_kind = '" + periodKind + "'");
    }

    Map<String, String> totals() {
        return toMap("SELECT figure_id, numbers::text FROM release.total");
    }

    /** Returns rows of two columns. */
    Map<String, String> toMap(String sql) {
        Map<String, String> rows = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(row -> rows.put(row.getKey(), asList(row.getValue()))));
        return rows;
    }

    /** {@code {1,2}} becomes {@code [1, 2]}. */
    private static String asList(String array) {
        return array.replace("{", "[").replace("}", "]").replace(",", ", ");
    }

    static double number(Map<String, Object> row, String column) {
        return (Double) Objects.requireNonNull(row.get(column), column);
    }

    <T> List<T> list(Class<T> type, String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).list());
    }
}
