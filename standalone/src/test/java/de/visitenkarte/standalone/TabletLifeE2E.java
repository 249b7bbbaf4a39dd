package de.visitenkarte.standalone;

import static de.visitenkarte.standalone.QuarantineE2E.quarantine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.device.Confirmation;
import de.visitenkarte.api.device.Rotation;
import de.visitenkarte.api.device.TabletName;
import de.visitenkarte.api.device.Tablets;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A tablet from its code to its revocation: what came before counts, what comes after waits for the operator. */
class TabletLifeE2E {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Staff MANAGER = new Staff("leitung", "Leitung", Role.MANAGER, "a");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void ratingsCountUntilTheTabletIsRevokedAndWaitInQuarantineFromThenOn() throws Exception {
        Path registry = TestRegistry.write(directory.resolve("registry.yaml"));
        Options options = Options.forTest(directory.resolve("data"), registry);
        try (Standalone product = Standalone.start(options, StartListener.SILENT)) {
            URI api = product.addresses().api();
            Jdbi database = database(product);
            Tablets tablets = elsewhere(database);

            JsonNode codes =
                    JSON.readTree(post(api, "/v1/device/pairings", null, "").body());
            Confirmation confirmed =
                    tablets.confirm(MANAGER, codes.get("userCode").asText(), "a-1", new TabletName("Ausgang"));
            String tablet = ((Confirmation.Paired) confirmed).tabletId();
            String question = JSON.createObjectNode()
                    .set("deviceCode", codes.get("deviceCode"))
                    .toString();
            String token = JSON.readTree(post(api, "/v1/device/pairings/token", null, question)
                            .body())
                    .get("token")
                    .asText();
            assertThat(rate(api, token, 1)).isEqualTo("accepted");
            awaitAccount(database, "accepted 1 counted 1 quarantined 0");

            tablets.revoke(MANAGER, tablet);
            await().atMost(LIMIT).until(() -> isRevoked(api, token));
            assertThat(rate(api, token, 2)).as("taken, so that it is not lost").isEqualTo("accepted");
            awaitAccount(database, "accepted 2 counted 1 quarantined 1");
            assertThat(quarantine(product, "list"))
                    .contains("revoked device: 1")
                    .anyMatch(line -> line.contains(tablet));

            quarantine(product, "replay", "--all");
            assertThat(quarantine(product, "list")).contains("in quarantine: 1");
            quarantine(product, "replay", "--all", "--reason", "revoked device");
            awaitAccount(database, "accepted 2 counted 2 quarantined 0");
        }
    }

    /** As another instance would: the one that is asked hears of it through the database only. */
    private static Tablets elsewhere(Jdbi database) {
        Clock clock = Clock.systemUTC();
        Rotation rotation = new Rotation(Duration.ofDays(90), clock);
        return new Tablets(database, new AuditLog(database, clock), rotation, () -> {}, clock, new SecureRandom());
    }

    private String rate(URI api, String token, int number) throws Exception {
        String body = """
                {"ratings": [{"sequenceNumber": %d, "instrumentVersion": 1, "language": "de",
                  "ratedAt": "2026-11-23T10:20:30Z", "answers": {"overall": 4}}]}
                """.formatted(number);
        HttpResponse<String> answer = post(api, "/v1/ratings", token, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).at("/verdicts/0/verdict").asText();
    }

    private boolean isRevoked(URI api, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/device/configuration"))
                .header("Authorization", "Bearer " + token)
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
                .get("revoked")
                .asBoolean();
    }

    private HttpResponse<String> post(URI api, String path, @Nullable String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void awaitAccount(Jdbi database, String expected) {
        String sql = """
                SELECT concat_ws(' ', 'accepted', sum(accepted), 'counted', sum(counted), 'quarantined', sum(quarantined))
                FROM account.source
                """;
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(list(database, sql)).containsExactly(expected));
    }

    private static List<String> list(Jdbi database, String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static Jdbi database(Standalone product) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(product.database().url());
        source.setUser(product.database().user());
        source.setPassword(product.database().password());
        return Database.jdbi(source);
    }
}
