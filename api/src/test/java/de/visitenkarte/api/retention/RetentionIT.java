package de.visitenkarte.api.retention;

import static de.visitenkarte.api.examples.Book.aBook;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.accounting.Rebuild;
import de.visitenkarte.api.accounting.SourcePartition;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.release.ReleaseDao;
import de.visitenkarte.api.release.Releaser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is old goes, what is young stays, and nothing that people see moves because of it. Now is 23 November 2026: cells are
 * kept from 23 October 2025 on, figures from 1 October 2021 on.
 */
@SuppressWarnings("NullAway.Init")
class RetentionIT {

    private static final String OFFICE = "musterstadt-mitte";
    private static final String EXPIRED = "2025-10-22T10:15";
    private static final String CUT_IN_TWO = "2025-10-23T01:15";
    private static final String KEPT = "2025-10-24T10:15";

    private static final String FIGURES = """
            SELECT concat_ws(' ', figure_id, state, answers, counts, released_at, superseded_at)
            FROM release.rating_figure
            UNION ALL
            SELECT concat_ws(' ', figure_id, state, visits, median_minutes, released_at, superseded_at)
            FROM release.wait_figure
            UNION ALL
            SELECT concat_ws(' ', figure_id, state, visits, median_days, released_at, superseded_at)
            FROM release.lead_figure
            ORDER BY 1
            """;

    private Jdbi jdbi;
    private Cells cells;
    private Instant now = NOW;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private Releaser releaser;
    private RetentionJob job;

    @BeforeEach
    void migrate() {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        cells = new Cells(jdbi);
        releaser = new Releaser(jdbi, clock, new SimpleMeterRegistry());
        job = new RetentionJob(jdbi, RetentionSettings.DEFAULT, new AuditLog(jdbi, clock), clock);
        anAuthority("musterstadt").with(OFFICE).insert(jdbi);
    }

    @Test
    void afterwardsNothingIsLeftThatIsOlderAndEverythingYoungerIs() throws Exception {
        fillEveryTable("30 days 1 second", "2025-10-22", "2021-09-30");
        fillEveryTable("29 days", "2025-10-23", "2021-10-01");
        List<RetentionRule> rules = RetentionRules.at(NOW, RetentionSettings.DEFAULT);
        List<Long> before = rules.stream().map(this::count).toList();
        assertThat(before).as("each has an old and a young row").allMatch(rows -> rows == 2);
        assertThat(job.preview()).allMatch(each -> each.due().rows() == 1);
        assertThat(rules).as("looking deletes nothing").allMatch(rule -> count(rule) == 2);

        assertThat(job.run("operator").orElseThrow()).allMatch(each -> each.rows() == 1);

        assertThat(rules).allMatch(rule -> count(rule) == 1);
        assertThat(job.preview()).allMatch(each -> each.due().rows() == 0);
        assertThat(list("SELECT figure_id FROM release.total"))
                .as("sums go with their figures")
                .allMatch(id -> id.endsWith("2021-10-01"));
        assertThat(proofs())
                .hasSameSizeAs(rules)
                .allMatch(proof -> proof.rowsDeleted() == 1
                        && !proof.before().isAfter(Objects.requireNonNull(proof.oldestLeft()))
                        && NOW.equals(proof.finishedAt()));
        assertThat(list("SELECT actor || ' ' || action || ' ' || (details ->> 'blocks') FROM audit.entry"))
                .containsExactly("operator retention-run 1");
    }

    @Test
    void figuresDoNotMoveWhenTheirCellsAreGone() throws Exception {
        release();
        List<String> figures = list(FIGURES);
        job.run("system");
        assertThat(list("SELECT DISTINCT bucket_start::date::text FROM cell.rating_cell ORDER BY 1"))
                .containsExactly("2025-10-24");

        releaser.run();
        assertThat(list(FIGURES)).isEqualTo(figures);
        // Whoever marks such a day, it is not counted again: its cells would be missing.
        cells.ratings(OFFICE, CUT_IN_TWO.replace("01:15", "12:15"), 0, 0, 0, 0, 7);
        cells.ratings(OFFICE, EXPIRED, 0, 0, 0, 0, 7);
        releaser.run();
        assertThat(list(FIGURES)).isEqualTo(figures);
        assertThat(list("SELECT numbers::text FROM release.block WHERE numbers::text LIKE '%-%'"))
                .as("nobody is taken back")
                .isEmpty();
    }

    @Test
    void dayThatIsKeptIsStillCounted() throws Exception {
        release();
        job.run("system");
        cells.ratings(OFFICE, KEPT, 0, 0, 0, 0, 25);
        releaser.run();

        assertThat(list("SELECT answers::text FROM dash.rating_figure"
                        + " WHERE scope_kind = 'office' AND period_kind = 'day' AND period_start = '2025-10-24'"))
                .containsExactly("25");
    }

    @Test
    void rebuildBringsNothingBackAndDoesNotWaitForIt() throws Exception {
        release();
        aBook("rating", OFFICE, "source", 50).insert(jdbi);
        List<String> figures = list(FIGURES);
        job.run("system");
        assertThat(list("SELECT kind || ' ' || office_id || ' ' || people FROM account.expired"))
                .containsExactly("rating " + OFFICE + " 30", "visit " + OFFICE + " 6");

        jdbi.inTransaction(handle -> Rebuild.start(handle, () -> Map.of(new SourcePartition("rating", 0), 50L)));
        aBook("rating", OFFICE, "source", 50).insert(jdbi);
        releaser.run();
        assertThat(list("SELECT kind FROM account.rebuild"))
                .as("20 ratings are not back yet")
                .hasSize(1);
        cells.ratings(OFFICE, KEPT, 0, 0, 0, 0, 20);
        releaser.run();
        assertThat(list("SELECT kind FROM account.rebuild")).isEmpty();
        assertThat(list(FIGURES)).isEqualTo(figures);
    }

    /** An authority joins the pilot: all sums are built anew, from blocks. */
    @Test
    void sumsThatAreBuiltAnewAreThoseOfBefore() throws Exception {
        release();
        job.run("system");
        List<String> figures = list(FIGURES);
        List<String> totals = list("SELECT figure_id || numbers::text FROM release.total ORDER BY 1");

        jdbi.useExtension(ReleaseDao.class, ReleaseDao::truncateTotals);
        jdbi.useExtension(ReleaseDao.class, ReleaseDao::markAllDaysChanged);
        releaser.run();
        assertThat(list("SELECT figure_id || numbers::text FROM release.total ORDER BY 1"))
                .isEqualTo(totals);
        assertThat(list(FIGURES)).isEqualTo(figures);
    }

    @Test
    void runThatIsBrokenOffGoesOnTheNextTime() throws Exception {
        execute("""
                INSERT INTO cell.rating_cell (office_id, bucket_start, question_id, area_id, instrument_version, counts)
                SELECT 'musterstadt-mitte', '2020-01-01'::timestamptz + n * interval '15 minutes', 'overall', 'a', 1, '{1}'
                FROM generate_series(1, 12000) AS n
                """);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> job.run("system")).isInstanceOf(InterruptedException.class);
        assertThat(list("SELECT rule FROM retention.proof WHERE finished_at IS NULL"))
                .containsExactly("undelivered-visits");

        now = now.plusSeconds(1);
        assertThat(job.runDue("system", NOW.minus(Duration.ofDays(1))).orElseThrow())
                .hasSize(12);
        assertThat(list("SELECT rows_deleted::text FROM retention.proof WHERE rule = 'rating-cells'"))
                .containsExactly("12000");
        assertThat(list("SELECT people::text FROM account.expired")).containsExactly("12000");
    }

    @Test
    void anotherInstanceLeavesItToTheFirst() throws Exception {
        try (Handle first = jdbi.open()) {
            first.begin();
            assertThat(first.attach(RetentionDao.class).tryLock()).isTrue();

            assertThat(job.run("system")).isEmpty();
            first.rollback();
        }
        assertThat(job.run("system")).isPresent();
    }

    @Test
    void everyRuleIsCarriedOutOnceADay() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RetentionWatch watch = new RetentionWatch(job, clock, meters);
        cells.ratings(OFFICE, EXPIRED, 1, 0, 0, 0, 0);
        watch.run();
        watch.run();
        assertThat(list("SELECT rule FROM retention.proof")).hasSize(12);
        assertThat(meters.get("retention.deleted").counter().count()).isEqualTo(2);
        assertThat(meters.get("retention.overdue").gauge().value()).isZero();

        now = now.plus(Duration.ofDays(1));
        watch.run();
        assertThat(list("SELECT rule FROM retention.proof")).hasSize(24);
        assertThat(list("SELECT action FROM audit.entry"))
                .as("the second run had nothing to do")
                .hasSize(1);
    }

    /** Whoever adds a table decides how long it keeps what, and says so here or in {@link RetentionRules}. */
    @Test
    void everyTableHasAnEndOrAReasonForNone() {
        Map<String, String> withoutEnd = Map.ofEntries(
                Map.entry("access.login", "until changed"),
                Map.entry("access.seal", "one row"),
                Map.entry("account.expired", "sums per office"),
                Map.entry("account.rebuild", "empty but for minutes"),
                Map.entry("account.source", "sums per device"),
                Map.entry("audit.entry", "a chain cannot lose its beginning"),
                Map.entry("cell.projected_offset", "positions in topics"),
                Map.entry("device.alarm", "the present only"),
                Map.entry("device.heartbeat", "the latest only"),
                Map.entry("device.pairing", "ten minutes, then until the next tablet asks"),
                Map.entry("device.rating_day", "the latest day only"),
                Map.entry("device.token", "hashes: an old registry file must not bring one back"),
                Map.entry("feed.numbering", "last number per office"),
                Map.entry("feed.office_state", "the present only"),
                Map.entry("feed.zms_scope", "the present only"),
                Map.entry("measure.measure", "the evaluation needs them"),
                Map.entry("migration.flyway_schema_history", "what was migrated"),
                Map.entry("registry.area", "until changed"),
                Map.entry("registry.authority", "until changed"),
                Map.entry("registry.device", "until changed"),
                Map.entry("registry.instrument", "published"),
                Map.entry("registry.integration", "until changed"),
                Map.entry("registry.office", "until changed"),
                Map.entry("registry.question", "published"),
                Map.entry("release.policy", "what was in force when"),
                Map.entry("release.sweep", "one row"),
                Map.entry("release.total", "goes with its figures"),
                Map.entry("retention.horizon", "one row"),
                Map.entry("retention.proof", "the proof"),
                Map.entry("staff.account", "until changed"),
                Map.entry("staff.departure", "ten minutes, then until the next sign-in"),
                Map.entry("staff.session", "until it ends, then until the next sign-in"));
        List<String> tables = list("""
                SELECT table_schema || '.' || table_name
                FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """);

        assertThat(tables)
                .containsAll(withoutEnd.keySet())
                .filteredOn(table -> !withoutEnd.containsKey(table))
                .containsExactlyInAnyOrderElementsOf(RetentionRules.at(NOW, RetentionSettings.DEFAULT).stream()
                        .map(RetentionRule::table)
                        .toList());
    }

    /** Ratings and visits of a day that goes, of one that is cut in two, and of one that stays. */
    private void release() {
        now = Instant.parse("2025-11-20T10:00:00Z");
        cells.ratings(OFFICE, EXPIRED, 0, 0, 0, 0, 12);
        cells.ratings(OFFICE, CUT_IN_TWO, 0, 0, 0, 0, 18);
        cells.ratings(OFFICE, KEPT, 0, 0, 0, 0, 20);
        cells.waits(OFFICE, EXPIRED, true, 1, 2, 3, 4, 5, 6);
        releaser.run();
        now = NOW;
        releaser.run();
        // 01:15 in Germany is still the day before in UTC.
        assertThat(list("SELECT DISTINCT bucket_start::date::text FROM cell.rating_cell ORDER BY 1"))
                .containsExactly("2025-10-22", "2025-10-24");
    }

    private void fillEveryTable(String rawAge, String cellDay, String figureDay) {
        execute("INSERT INTO feed.outbox VALUES ('i', 'o', %d, 'x', timestamptz '%s' - interval '%s')"
                .formatted(rawAge.length(), NOW, rawAge));
        execute("INSERT INTO cell.rating_cell VALUES ('o', '%s 23:45Z', 'overall', 'a', 1, '{1}')".formatted(cellDay));
        execute("INSERT INTO cell.wait_cell VALUES ('o', '%s 00:00Z', true, 1, 1, '{1}')".formatted(cellDay));
        execute("INSERT INTO cell.band_cell VALUES ('o', '%s 23:00Z', '15', 'overall', '{1}')".formatted(cellDay));
        execute("INSERT INTO release.changed_day VALUES ('o', '%s')".formatted(cellDay));
        execute("INSERT INTO release.leaf VALUES ('o', '%1$s', 'wait', 'with', '%1$s 00:00Z', '{1}', '{1}')"
                .formatted(cellDay));
        execute("INSERT INTO feed.file_visit VALUES ('i', 'o', %d, 1, 1, '%s')".formatted(rawAge.length(), cellDay));
        execute("INSERT INTO feed.zms_comparison VALUES ('o', '%1$s', true, 1, 1, 1, 1, now())".formatted(cellDay));
        execute("INSERT INTO release.block VALUES ('o', 'wait', 'with', 'day', now(), '%s', '{5}', now())"
                .formatted(figureDay));
        for (String kind : List.of("rating", "wait", "lead")) {
            execute("""
                    INSERT INTO release.%1$s_figure (figure_id, scope_kind, scope_id, period_kind, starts_at, ends_at,
                        period_start, period_end, subject, state, reason, released_at)
                    VALUES ('%1$s/%2$s', 'office', 'o', 'day', '%2$s', '%2$s', '%2$s', '%2$s', 'x', 'suppressed', 'x',
                        now())
                    """.formatted(kind, figureDay));
            execute("INSERT INTO release.total VALUES ('%s/%s', '{5}')".formatted(kind, figureDay));
        }
    }

    private List<RetentionDao.Proof> proofs() {
        return jdbi.withExtension(RetentionDao.class, dao -> dao.listProofs(100));
    }

    private long count(RetentionRule rule) {
        return Long.parseLong(list("SELECT count(*)::text FROM " + rule.table()).get(0));
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
