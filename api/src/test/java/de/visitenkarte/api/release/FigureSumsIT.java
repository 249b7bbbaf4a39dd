package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.gate.Period;
import de.visitenkarte.api.gate.Sums;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is released and what waits, compared with the cells that both are made of. */
class FigureSumsIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Cells cells = fixture.cells();
    private final Releaser releaser = fixture.releaser();
    private final Jdbi jdbi = fixture.jdbi();

    @Test
    void whatIsReleasedAndWhatWaitsIsWhatIsInTheCells() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        anAuthority("vergleichsdorf").as("comparison").with("vergleichsdorf-1").insert(jdbi);
        anAuthority("nirgendwo").as("none").with("nirgendwo-1").insert(jdbi);
        writeManyCells(new Random(7), 40);
        releaser.run();

        assertSumsEqualTheCells();
    }

    @Test
    void nothingIsLostWhileCellsChange() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        anAuthority("vergleichsdorf").as("comparison").with("vergleichsdorf-1").insert(jdbi);
        anAuthority("nirgendwo").as("none").with("nirgendwo-1").insert(jdbi);
        Random random = new Random(11);
        for (int round = 0; round < 4; round++) {
            writeManyCells(random, 15);
            releaser.run();
        }

        assertSumsEqualTheCells();
    }

    /** A release looks only at what the changed days can be joined with, and once an hour at what time has joined. */
    @Test
    void nothingThatMayBeReleasedIsOverlooked() {
        Random random = new Random(13);
        for (String time : List.of(
                "2026-04-07T09:20:00Z", "2026-06-30T21:50:00Z", "2026-06-30T22:10:00Z", "2026-11-30T23:10:00Z")) {
            writeManyCells(random, 40);
            fixture.releaserAt(time).run();
        }
        jdbi.useHandle(handle -> handle.execute("UPDATE release.sweep SET swept_until = '2026-01-01'"));

        assertThat(fixture.releaserAt("2026-11-30T23:20:00Z").run()).isFalse();
    }

    @Test
    void rebuiltSumsAreTheSame() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        writeManyCells(new Random(3), 20);
        releaser.run();
        Map<String, String> before = nonZero();
        Map<String, String> shownBefore = fixture.shown("authority", "musterstadt", "month");
        jdbi.useTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            dao.truncateTotals();
            dao.markAllDaysChanged();
        });
        releaser.run();

        assertThat(before).isNotEmpty();
        assertThat(nonZero()).isEqualTo(before);
        assertThat(fixture.shown("authority", "musterstadt", "month")).isEqualTo(shownBefore);
    }

    private Map<String, String> nonZero() {
        Map<String, String> totals = fixture.totals();
        totals.values().removeIf(numbers -> !numbers.matches(".*[1-9].*"));
        return totals;
    }

    /** Over half a year with both clock changes, at all hours, in all offices. */
    private void writeManyCells(Random random, int perOffice) {
        List<String> offices =
                jdbi.withHandle(handle -> handle.createQuery("SELECT office_id FROM registry.office ORDER BY 1")
                        .mapTo(String.class)
                        .list());
        // In one transaction, since a connection for each cell would take most of the time.
        jdbi.useTransaction(handle -> {
            for (String office : offices) {
                for (int i = 0; i < perOffice; i++) {
                    LocalDate day = LocalDate.parse("2026-03-20").plusDays(random.nextInt(240));
                    String time = day.atTime(random.nextInt(24), 15 * random.nextInt(4))
                            .toString();
                    cells.ratings(office, time, random.longs(5, 0, 4).toArray());
                    cells.waits(
                            office,
                            time,
                            random.nextBoolean(),
                            random.ints(random.nextInt(5), 0, 300).toArray());
                }
            }
        });
    }

    /** By quarter, since every block lies in one. */
    private void assertSumsEqualTheCells() {
        Map<String, long[]> actual = new TreeMap<>();
        fixture.totals().forEach((id, numbers) -> {
            if (id.contains("/quarter/") && !id.contains("/all")) {
                add(actual, id, numbers(numbers));
            }
        });
        addAll(actual, """
                SELECT l.measure, l.starts_at AS bucket_start, l.subject,
                       ARRAY(SELECT c - r FROM unnest(l.counted, l.released) AS n (c, r)) AS numbers,
                       o.office_id, o.authority_id, a.pilot_role
                FROM release.leaf l JOIN registry.office o USING (office_id)
                JOIN registry.authority a USING (authority_id)
                """);
        Map<String, long[]> expected = new TreeMap<>();
        addAll(expected, """
                SELECT 'rating' AS measure, c.bucket_start, c.counts AS numbers, 'overall' AS subject,
                       o.office_id, o.authority_id, a.pilot_role
                FROM cell.rating_cell c JOIN registry.office o USING (office_id)
                JOIN registry.authority a USING (authority_id)
                UNION ALL
                SELECT 'wait', c.bucket_start, c.histogram,
                    CASE WHEN c.with_appointment THEN 'with' ELSE 'without' END,
                    o.office_id, o.authority_id, a.pilot_role
                FROM cell.wait_cell c JOIN registry.office o USING (office_id)
                JOIN registry.authority a USING (authority_id)
                """);

        assertThat(words(actual)).hasSizeGreaterThan(20).isEqualTo(words(expected));
    }

    @Test
    void everySumIsOfWholeBlocks() {
        writeManyCells(new Random(5), 60);
        releaser.run();

        assertThat(fixture.list(Long.class, "SELECT abs((SELECT sum(n) FROM unnest(numbers) AS n)) FROM release.block"))
                .hasSizeGreaterThan(20)
                .allMatch(people -> people >= 5);
        assertThat(fixture.list(String.class, """
                                SELECT figure_id
                                FROM release.total
                                CROSS JOIN LATERAL (SELECT sum(n) AS people FROM unnest(numbers) AS n) AS t
                                WHERE people BETWEEN 1 AND 4
                                """)).isEmpty();
    }

    private static Map<String, String> words(Map<String, long[]> sums) {
        Map<String, String> words = new TreeMap<>();
        sums.forEach((id, numbers) -> {
            if (Arrays.stream(numbers).anyMatch(number -> number != 0)) {
                words.put(id, Arrays.toString(numbers));
            }
        });
        return words;
    }

    /** Reads {@code [1, 2]}. */
    private static Long[] numbers(String array) {
        return Arrays.stream(array.replaceAll("[\\[\\] ]", "").split(","))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toArray(Long[]::new);
    }

    private void addAll(Map<String, long[]> sums, String sql) {
        jdbi.useHandle(handle ->
                handle.createQuery(sql).map((row, context) -> addTo(sums, row)).list());
    }

    private static Instant addTo(Map<String, long[]> sums, ResultSet cell) throws SQLException {
        Long[] numbers = (Long[]) cell.getArray("numbers").getArray();
        Instant bucket = cell.getTimestamp("bucket_start").toInstant();
        String measure = cell.getString("measure");
        String subject = cell.getString("subject");
        for (Scope scope :
                Scope.of(cell.getString("office_id"), cell.getString("authority_id"), cell.getString("pilot_role"))) {
            Period quarter =
                    Period.of(bucket.atZone(BERLIN).toLocalDate(), BERLIN).get(3);
            add(sums, id(measure, scope, quarter, subject), numbers);
        }
        return bucket;
    }

    private static String id(String measure, Scope scope, Period period, String subject) {
        FigureKey.Kind kind = measure.equals("wait") ? FigureKey.Kind.WAIT : FigureKey.Kind.RATING;
        return new FigureKey(kind, scope, period, subject).id();
    }

    private static void add(Map<String, long[]> sums, String id, Long[] numbers) {
        long[] plain = Arrays.stream(numbers).mapToLong(Long::longValue).toArray();
        sums.merge(id, plain, Sums::plus);
    }
}
