package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.staff.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The api as production runs it: its login owns nothing, the board's sees only {@code dash}, and another one migrates. */
class SeparateLoginsIT {

    private static final String REGISTRY = "src/test/resources/registry.yaml";

    @Test
    void waitsForTheOwnerToMigrateAndServesWithLoginsOfFewRights() {
        Map<String, String> variables = new HashMap<>(RunningApi.variables(PostgresForTests.newDatabaseWithRoles()));
        variables.put("VISITENKARTE_MIGRATION_USER", "visitenkarte");
        variables.put("VISITENKARTE_DATABASE_USER", "visitenkarte_api");
        variables.put("VISITENKARTE_READER_USER", "visitenkarte_board");
        variables.put("VISITENKARTE_MIGRATE", "false");

        assertThatThrownBy(() -> RunningApi.importRegistry(variables, REGISTRY))
                .hasStackTraceContaining("The schema is not up to date: run the command migrate first");
        RunningApi.run(variables, "migrate", "api.yaml");
        RunningApi.importRegistry(variables, REGISTRY);

        try (RunningApi api = RunningApi.start(variables)) {
            Browser ministry = api.signIn(Role.MINISTRY);
            assertThat(ministry.get("/v1/board/authorities").json().path("authorities"))
                    .isNotEmpty();
            assertThat(ministry.get("/v1/board/authorities/musterstadt").status())
                    .isEqualTo(200);
            assertThat(ministry.get("/v1/board/authorities/nobody").status()).isEqualTo(404);
            assertThat(ministry.get("/v1/board/authorities/*").status()).isEqualTo(404);
        }
    }
}
