package de.visitenkarte.api;

import static de.visitenkarte.api.examples.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.release.ReleaseDao;
import de.visitenkarte.api.release.Releaser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The command {@code import-registry}, on an empty database and on one that is in use. */
@SuppressWarnings("NullAway.Init")
class ImportRegistryIT {

    private static final String REGISTRY = """
            simulated: true
            authorities:
              - id: musterstadt
                name: Musterstadt
                kind: city
                pilotRole: pilot
                offices:
                  - id: mitte
                    name: Mitte
                    timeZone: Europe/Berlin
                    areas:
                      - id: aufenthalt
                        name: Aufenthalt
                        desks: 3
                        devices:
                          - id: tablet-1
                            tokenSha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
              - id: beispielheim
                name: Beispielheim
                kind: district
                pilotRole: comparison
                offices:
                  - id: heim
                    name: Heim
                    timeZone: Europe/Berlin
                    areas: [{id: heim-1, name: Alles, desks: 4}]
                integrations:
                  - id: aufruf
                    tokenSha256: 1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014
            """;

    @TempDir
    private Path directory;

    private String databaseUrl;
    private Jdbi jdbi;
    private Jdbi otherInstance;

    @BeforeEach
    void createDatabase() {
        databaseUrl = PostgresForTests.newDatabase();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(databaseUrl);
        jdbi = Database.jdbi(dataSource);
        otherInstance = Database.jdbi(dataSource);
    }

    @Test
    void writesEverythingToAnEmptyDatabase() {
        importRegistry(REGISTRY);

        assertThat(registry())
                .containsExactly(
                        "beispielheim Beispielheim district comparison t",
                        "musterstadt Musterstadt city pilot t",
                        "office heim beispielheim Heim Europe/Berlin",
                        "office mitte musterstadt Mitte Europe/Berlin",
                        "area aufenthalt mitte Aufenthalt 3",
                        "area heim-1 heim Alles 4",
                        "device tablet-1 aufenthalt 9f86d081884c7d65",
                        "integration aufruf beispielheim 1b4f0e9851971998");
    }

    @Test
    void changesNothingTheSecondTime() {
        importRegistry(REGISTRY);
        rateAndRelease();
        List<String> before = registry();
        importRegistry(REGISTRY);

        assertThat(registry()).isEqualTo(before);
        assertThat(list("SELECT office_id FROM release.changed_day")).isEmpty();
        assertThat(list("SELECT count(*)::text FROM release.total")).isNotEqualTo(List.of("0"));
    }

    @Test
    void changesWhatIsOtherInTheFileAndRemovesNothing() {
        importRegistry(REGISTRY);
        importRegistry(REGISTRY.substring(0, REGISTRY.indexOf("  - id: beispielheim"))
                .replace("name: Mitte", "name: Stadtmitte")
                .replace("desks: 3", "desks: 7")
                .replace("9f86d081", "00000000")
                .replace("simulated: true", "simulated: false"));

        assertThat(registry())
                .contains(
                        "musterstadt Musterstadt city pilot f",
                        "office mitte musterstadt Stadtmitte Europe/Berlin",
                        "area aufenthalt mitte Aufenthalt 7",
                        "device tablet-1 aufenthalt 00000000884c7d65",
                        "beispielheim Beispielheim district comparison t",
                        "integration aufruf beispielheim 1b4f0e9851971998");
    }

    @Test
    void fileThatStillNamesAnOldTokenDoesNotTakeTheNewOneAway() {
        importRegistry(REGISTRY);
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO device.token (token_sha256, device_id, issued_at, first_used_at)
                VALUES (sha256('new'), 'tablet-1', now(), now())
                """));
        jdbi.useHandle(handle ->
                handle.execute("UPDATE device.token SET ends_at = now() WHERE token_sha256 <> sha256('new')"));
        List<String> before = registry();
        importRegistry(REGISTRY);

        assertThat(registry()).isEqualTo(before).contains("device tablet-1 aufenthalt 11507a0e2f5e69d5");
    }

    @Test
    void refusesATokenThatAnotherDeviceHasOrHad() {
        importRegistry(REGISTRY);

        assertThatThrownBy(() -> importRegistry(REGISTRY.replace("id: tablet-1", "id: tablet-2")))
                .hasStackTraceContaining("the token of the device tablet-2 is or was that of the device tablet-1");
    }

    @Test
    void changeOfThePartInThePilotRebuildsAllSums() {
        importRegistry(REGISTRY);
        rateAndRelease();
        assertThat(sum("pilots")).isEqualTo("{0,0,0,0,20}");
        assertThat(sum("comparison")).isEqualTo("{0,0,0,30,0}");

        importRegistry(REGISTRY.replace("pilotRole: comparison", "pilotRole: pilot"));
        release();

        assertThat(sum("pilots")).isEqualTo("{0,0,0,30,20}");
        assertThat(sum("comparison")).isEqualTo("none");
        assertThat(answers("pilots")).isEqualTo("released 50");
    }

    @Test
    void figureOfAGroupThatNobodyIsInAnyMoreIsNotShownAnyMore() {
        importRegistry(REGISTRY);
        rateAndRelease();
        importRegistry(REGISTRY.replace("pilotRole: comparison", "pilotRole: none"));
        release();

        assertThat(answers("comparison")).isEqualTo("suppressed");
        assertThat(answers("authority")).as("others stay").isEqualTo("released 30");
    }

    @Test
    void officeThatMovesTakesItsSumsAlong() {
        importRegistry(REGISTRY);
        rateAndRelease();
        String moved = """
                  - id: neustadt
                    name: Neustadt
                    kind: city
                    pilotRole: comparison
                    offices: [{id: mitte, name: Mitte, timeZone: Europe/Berlin, areas: [{id: a, name: A, desks: 3}]}]
                """;
        importRegistry("simulated: true\nauthorities:\n" + moved.indent(2).replaceAll("(?m)^ {4}", "  "));
        release();

        assertThat(sum("pilots")).isEqualTo("none");
        assertThat(sum("comparison")).isEqualTo("{0,0,0,30,20}");
        assertThat(sum("authority/neustadt")).isEqualTo("{0,0,0,0,20}");
    }

    @Test
    void deviceCannotMoveToAnotherOffice() {
        importRegistry(REGISTRY);
        List<String> before = registry();
        String moved = REGISTRY.replace("areas: [{id: heim-1, name: Alles, desks: 4}]", """
                areas:
                          - id: heim-1
                            name: Anders
                            desks: 4
                            devices:
                              - id: tablet-1
                                tokenSha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                """.strip());
        String withoutIt = moved.replaceFirst("(?s)            devices:\n.*?0a08\n", "");

        assertThatThrownBy(() -> importRegistry(withoutIt))
                .rootCause()
                .hasMessageContaining("the device tablet-1 belongs to the office mitte and cannot move to heim");
        assertThat(registry()).isEqualTo(before);
    }

    @Test
    void areaCannotMoveToAnotherOffice() {
        importRegistry(REGISTRY);
        List<String> before = registry();

        assertThatThrownBy(() -> importRegistry(REGISTRY.replace("id: aufenthalt", "id: unten")
                        .replace("tablet-1", "tablet-2")
                        .replace("9f86d081", "00000000")
                        .replace("id: heim-1", "id: aufenthalt")))
                .rootCause()
                .hasMessageContaining("the area aufenthalt belongs to the office mitte and cannot move to heim");
        assertThat(registry()).isEqualTo(before);
    }

    @Test
    void deviceMayMoveWithinItsOffice() {
        importRegistry(REGISTRY);
        importRegistry(REGISTRY.replace("id: aufenthalt", "id: unten"));

        assertThat(registry()).contains("device tablet-1 unten 9f86d081884c7d65");
    }

    /** Otherwise sums over the old groups could be written after they were forgotten. */
    @Test
    void waitsForARunningRelease() throws Exception {
        importRegistry(REGISTRY);
        rateAndRelease();
        CompletableFuture<Void> importing = otherInstance.inTransaction(handle -> {
            handle.attach(ReleaseDao.class).tryLock();
            CompletableFuture<Void> started = CompletableFuture.runAsync(
                    () -> importRegistry(REGISTRY.replace("pilotRole: comparison", "pilotRole: pilot")));
            await().until(() -> !list("SELECT pid::text FROM pg_stat_activity"
                            + " WHERE wait_event_type = 'Lock' AND datname = current_database()")
                    .isEmpty());
            assertThat(sum("pilots")).isEqualTo("{0,0,0,0,20}");
            return started;
        });
        importing.get();
        release();

        assertThat(sum("pilots")).isEqualTo("{0,0,0,30,20}");
    }

    private void importRegistry(String yaml) {
        try {
            Path file = Files.writeString(directory.resolve("registry.yaml"), yaml);
            RunningApi.importRegistry(RunningApi.variables(databaseUrl), file.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void rateAndRelease() {
        Cells cells = new Cells(jdbi);
        cells.ratings("mitte", "2026-11-23T10:15", 0, 0, 0, 0, 20);
        cells.ratings("heim", "2026-11-23T10:15", 0, 0, 0, 30, 0);
        release();
    }

    private void release() {
        new Releaser(jdbi, Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry()).run();
    }

    private String sum(String scope) {
        return list("SELECT numbers::text FROM release.total WHERE figure_id LIKE 'rating/" + scope + "%/day/%'")
                .stream()
                .findFirst()
                .orElse("none");
    }

    private String answers(String group) {
        return list("SELECT concat_ws(' ', state, answers) FROM release.rating_figure WHERE superseded_at IS NULL"
                        + " AND period_kind = 'day' AND subject = 'overall'"
                        + " AND scope_kind = '" + group + "' ORDER BY scope_id")
                .stream()
                .findFirst()
                .orElse("none");
    }

    private List<String> registry() {
        return list("""
                SELECT concat_ws(' ', authority_id, name, kind, pilot_role, simulated), 1 AS part FROM registry.authority
                UNION ALL
                SELECT concat_ws(' ', 'office', office_id, authority_id, name, time_zone), 2 FROM registry.office
                UNION ALL
                SELECT concat_ws(' ', 'area', area_id, office_id, name, desk_count), 3 FROM registry.area
                UNION ALL
                SELECT concat_ws(' ', 'device', device_id, area_id, left(encode(token_sha256, 'hex'), 16)), 4
                FROM registry.device
                JOIN device.token USING (device_id)
                WHERE ends_at IS NULL
                UNION ALL
                SELECT concat_ws(' ', 'integration', integration_id, authority_id,
                    left(encode(token_sha256, 'hex'), 16)), 5
                FROM registry.integration
                ORDER BY part, 1
                """);
    }

    private List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
