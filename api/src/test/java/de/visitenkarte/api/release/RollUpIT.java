package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.Cells;
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

/** Private sums, compared with the cells that they are made of. */
class RollUpIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Cells cells = fixture.cells();
    private final Releaser releaser = fixture.releaser();
    private final Jdbi jdbi = fixture.jdbi();

    @Test
    void everySumEqualsTheSumOfItsDays() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        anAuthority("vergleichsdorf").as("comparison").with("vergleichsdorf-1").insert(jdbi);
        anAuthority("nirgendwo").as("none").with("nirgendwo-1").insert(jdbi);
        writeManyCells(new Random(7), 40);
        releaser.run();

        assertSumsEqualTheCells();
    }

    @Test
    void sumsStayRightWhileCellsChange() {
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

    @Test
    void rebuiltSumsAreTheSame() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        writeManyCells(new Random(3), 20);
        releaser.run();
        Map<String, String> before = fixture.totals();
        Map<String, String> shownBefore = fixture.shown("authority", "musterstadt", "month");
        jdbi.useTransaction(handle -> {
            ReleaseDao dao = handle.attach(ReleaseDao.class);
            dao.truncateTotals();
            dao.markAllDaysChanged();
        });
        releaser.run();

        assertThat(before).isNotEmpty();
        assertThat(fixture.totals()).isEqualTo(before);
        assertThat(fixture.shown("authority", "musterstadt", "month")).isEqualTo(shownBefore);
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

    /** Compares every private sum with one that PostgreSQL computes straight from the cells. */
    private void assertSumsEqualTheCells() {
        Map<String, String> expected = new TreeMap<>();
        sumsOfTheCells().forEach((id, numbers) -> {
            if (Arrays.stream(numbers).anyMatch(number -> number != 0)) {
                expected.put(id, Arrays.toString(numbers));
            }
        });
        Map<String, String> actual = fixture.totals();
        actual.values().removeIf(numbers -> !numbers.matches(".*[1-9].*"));

        assertThat(actual).hasSizeGreaterThan(100).isEqualTo(expected);
    }

    private Map<String, long[]> sumsOfTheCells() {
        Map<String, long[]> sums = new TreeMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery("""
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
                        UNION ALL
                        SELECT 'wait', c.bucket_start, c.histogram, 'all', o.office_id, o.authority_id, a.pilot_role
                        FROM cell.wait_cell c JOIN registry.office o USING (office_id)
                        JOIN registry.authority a USING (authority_id)
                        """).map((row, context) -> addTo(sums, row)).list());
        return sums;
    }

    private static Instant addTo(Map<String, long[]> sums, ResultSet cell) throws SQLException {
        Long[] numbers = (Long[]) cell.getArray("numbers").getArray();
        Instant bucket = cell.getTimestamp("bucket_start").toInstant();
        String measure = cell.getString("measure");
        String subject = cell.getString("subject");
        for (Scope scope :
                Scope.of(cell.getString("office_id"), cell.getString("authority_id"), cell.getString("pilot_role"))) {
            for (Period period : Period.of(bucket.atZone(BERLIN).toLocalDate(), BERLIN)) {
                add(sums, id(measure, scope, period, subject), numbers);
            }
            if (subject.equals("all") && (scope.kind() == Scope.Kind.OFFICE || scope.kind() == Scope.Kind.AUTHORITY)) {
                add(sums, id(measure, scope, Period.hourOf(bucket, BERLIN), "all"), numbers);
            }
        }
        return bucket;
    }

    private static String id(String measure, Scope scope, Period period, String subject) {
        FigureKey.Kind kind = measure.equals("wait") ? FigureKey.Kind.WAIT : FigureKey.Kind.RATING;
        return new FigureKey(kind, scope, period, subject).id();
    }

    private static void add(Map<String, long[]> sums, String id, Long[] numbers) {
        long[] sum = sums.computeIfAbsent(id, any -> new long[numbers.length]);
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
        }
    }
}
