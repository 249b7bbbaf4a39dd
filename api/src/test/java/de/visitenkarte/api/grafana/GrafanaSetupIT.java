package de.visitenkarte.api.grafana;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command brings about in PostgreSQL, in Grafana and in files, for two authorities and the ministry. */
@SuppressWarnings("NullAway.Init")
class GrafanaSetupIT {

    @TempDir
    Path directory;

    private final FakeGrafana grafana = new FakeGrafana();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger randomness = new AtomicInteger();
    private final String url = PostgresForTests.newMigratedDatabaseWithRoles();
    private final Jdbi owner = Database.jdbi(PostgresForTests.login(url, "visitenkarte"));

    @BeforeEach
    void prepare() {
        anAuthority("musterstadt").with("musterstadt-mitte").insert(owner);
        anAuthority("beispielheim").with("beispielheim-1").insert(owner);
    }

    @AfterEach
    void close() {
        grafana.close();
    }

    @Test
    void givesEveryAuthorityAndTheMinistryAnOrganisationASourceAndDashboards() {
        run(grafana.url(), false);

        assertThat(grafana.organisations())
                .containsOnlyKeys(
                        "Main Org.",
                        "Visitenkarte Ministerium",
                        "Visitenkarte Beispielheim",
                        "Visitenkarte Musterstadt");
        assertThat(grafana.asked())
                .endsWith(
                        "POST /api/admin/provisioning/datasources/reload",
                        "POST /api/admin/provisioning/dashboards/reload");
        assertThat(yaml("datasources").path("datasources")).hasSize(3);
        assertThat(yaml("dashboards").path("providers")).hasSize(3);
        for (JsonNode source : yaml("datasources").path("datasources")) {
            assertThat(source.path("uid").asText()).isEqualTo("visitenkarte-postgresql");
            assertThat(source.path("type").asText()).isEqualTo("grafana-postgresql-datasource");
            assertThat(source.path("orgId").asInt()).isGreaterThan(1);
            assertThat(source.at("/jsonData/database").asText()).isEqualTo(database());
            assertThat(source.at("/secureJsonData/password").asText())
                    .isEqualTo("$__file{/etc/grafana/provisioning/passwords/"
                            + source.path("user").asText() + "}");
        }
        assertThat(yaml("datasources").path("datasources").findValuesAsText("orgId"))
                .isEqualTo(yaml("dashboards").path("providers").findValuesAsText("orgId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLoginSeesItsAuthorityAndTheMinistryAll() {
        run(grafana.url(), false);

        assertThat(authoritiesSeenBy("musterstadt")).containsExactly("musterstadt");
        assertThat(authoritiesSeenBy("beispielheim")).containsExactly("beispielheim");
        assertThat(authoritiesSeenBy("*")).containsExactlyInAnyOrder("musterstadt", "beispielheim");
    }

    @Test
    void loginsOnlyReadAndNotForLongAndFewAtATime() {
        run(grafana.url(), false);
        Jdbi reader = as("musterstadt");

        assertThat(value(reader, "SHOW default_transaction_read_only")).isEqualTo("on");
        assertThat(value(reader, "SHOW statement_timeout")).isEqualTo("5s");
        assertThat(value(reader, "SHOW idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(value(reader, "SHOW search_path")).isEqualTo("dash");
        assertThat(value(reader, "SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("5");
        assertThat(value(
                        reader,
                        "SELECT concat(rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication)"
                                + " FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("fffff");
        assertThat(value(reader, "SELECT has_database_privilege(current_database(), 'TEMPORARY, CREATE')"))
                .isEqualTo("f");
        assertThatThrownBy(() -> value(reader, "SET ROLE dash_reader")).hasMessageContaining("permission denied");
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnlyAndAreThoseOfTheLogins() throws IOException {
        run(grafana.url(), false);

        Map<String, String> passwords = passwords();
        assertThat(passwords)
                .hasSize(3)
                .allSatisfy((login, password) -> assertThat(password).matches("[0-9a-f]{64}"));
        assertThat(passwords.values()).doesNotHaveDuplicates();
        for (String login : passwords.keySet()) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("passwords/" + login))))
                    .isEqualTo("rw-------");
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(passwords.values());
    }

    @Test
    void doesNothingTheSecondTime() throws IOException {
        run(grafana.url(), false);
        Map<String, String> before = contents();
        run(grafana.url(), false);

        assertThat(contents()).isEqualTo(before);
        assertThat(grafana.asked().stream().filter("POST /api/orgs"::equals)).hasSize(3);
        assertThat(audited())
                .containsExactly("grafana-login-created", "grafana-login-created", "grafana-login-created");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Logins: 3, of which 0 are new. Locked: 0");
    }

    @Test
    void rotatesAllPasswordsWhenAsked() throws IOException {
        run(grafana.url(), false);
        Map<String, String> before = passwords();
        run(grafana.url(), true);

        assertThat(passwords().keySet()).isEqualTo(before.keySet());
        assertThat(passwords().values()).doesNotContainAnyElementsOf(before.values());
        assertThat(audited())
                .endsWith("grafana-password-rotated", "grafana-password-rotated", "grafana-password-rotated");
    }

    /** Everybody may change settings and password of their own role. */
    @Test
    void takesBackWhatALoginHasChangedAboutItself() {
        run(grafana.url(), false);
        as("musterstadt").useHandle(handle -> {
            handle.execute("SET default_transaction_read_only = off");
            handle.execute("ALTER ROLE CURRENT_USER SET statement_timeout = 0");
            handle.execute(
                    "ALTER ROLE CURRENT_USER IN DATABASE " + database() + " SET default_transaction_read_only = off");
        });
        run(grafana.url(), false);

        assertThat(value(as("musterstadt"), "SHOW statement_timeout")).isEqualTo("5s");
        assertThat(value(as("musterstadt"), "SHOW default_transaction_read_only"))
                .isEqualTo("on");
    }

    @Test
    void locksTheLoginOfAnAuthorityThatLeftTheRegistryAndOpensItAgain() {
        run(grafana.url(), false);
        Jdbi reader = as("musterstadt");
        owner.useHandle(handle -> {
            handle.execute("DELETE FROM registry.area");
            handle.execute("DELETE FROM registry.office WHERE authority_id = 'musterstadt'");
            handle.execute("DELETE FROM registry.authority WHERE authority_id = 'musterstadt'");
        });
        String login = login("musterstadt");
        run(grafana.url(), false);

        assertThatThrownBy(() -> value(reader, "SELECT 1")).hasMessageContaining("not permitted to log in");
        assertThat(directory.resolve("passwords/" + login)).doesNotExist();
        assertThat(yaml("datasources").path("datasources").findValuesAsText("user"))
                .hasSize(2)
                .doesNotContain(login);
        int organisation = grafana.organisations().getOrDefault("Visitenkarte Musterstadt", 0);
        assertThat(yaml("datasources").path("deleteDatasources").findValuesAsText("orgId"))
                .containsExactly("1", Integer.toString(organisation));

        anAuthority("musterstadt").with("musterstadt-mitte").insert(owner);
        run(grafana.url(), false);
        assertThat(login("musterstadt")).isEqualTo(login);
        assertThat(authoritiesSeenBy("musterstadt")).containsExactly("musterstadt");
        assertThat(audited()).endsWith("grafana-login-locked", "grafana-login-unlocked");
    }

    @Test
    void authorityThatIsRenamedKeepsItsOrganisationAndAnotherOfItsNameGetsOneOfItsOwn() {
        run(grafana.url(), false);
        owner.useHandle(handle -> handle.execute(
                "UPDATE registry.authority SET name = 'Musterstadt' WHERE authority_id = 'beispielheim'"));
        anAuthority("neustadt").with("neustadt-1").insert(owner);
        owner.useHandle(handle ->
                handle.execute("UPDATE registry.authority SET name = 'Musterstadt' WHERE authority_id = 'neustadt'"));
        run(grafana.url(), false);

        assertThat(grafana.organisations())
                .hasSize(5)
                .containsKeys("Visitenkarte Beispielheim", "Visitenkarte Musterstadt (neustadt)");
    }

    @Test
    void saysThatTheAdministratorsPasswordIsWrongAndGoesOnTheNextTime() {
        GrafanaSetup.Request wrong =
                new GrafanaSetup.Request(directory, directory, grafana.url(), "admin", "wrong", false);

        assertThatThrownBy(() -> setup().run(wrong))
                .isInstanceOf(GrafanaException.class)
                .hasMessageContaining("Grafana answers 401")
                .hasMessageNotContaining("wrong");
        run(grafana.url(), false);
        assertThat(grafana.organisations()).hasSize(4);
    }

    @Test
    void saysThatGrafanaDoesNotAnswer() {
        assertThatThrownBy(() -> run(URI.create("http://127.0.0.1:1/"), false))
                .isInstanceOf(GrafanaException.class)
                .hasMessageStartingWith("Grafana does not answer at http://127.0.0.1:1");
    }

    @Test
    void withoutGrafanaLeavesAScriptWhoseNumbersTheFilesCountOn() throws IOException {
        owner.useHandle(handle -> handle.execute(
                "UPDATE registry.authority SET name = $$L'Ort \"B\"$$ WHERE authority_id = 'beispielheim'"));
        run(null, false);

        assertThat(Files.readString(directory.resolve("organisations.sh"))).endsWith("""
                        make 2 '{"name":"Visitenkarte Ministerium"}'
                        make 3 '{"name":"Visitenkarte L\\u0027Ort \\"B\\""}'
                        make 4 '{"name":"Visitenkarte Musterstadt"}'
                        """);
        assertThat(yaml("datasources").path("datasources").findValuesAsText("orgId"))
                .containsExactly("2", "3", "4");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("run organisations.sh", "Restart Grafana");
    }

    @Test
    void ownerWhoMayNotMakeRolesLeavesTheStatementsToASuperuser() throws IOException {
        Jdbi superuser = Database.jdbi(PostgresForTests.login(url, "postgres"));
        superuser.useHandle(handle -> handle.execute("ALTER ROLE visitenkarte NOCREATEROLE"));
        try {
            run(grafana.url(), false);
        } finally {
            superuser.useHandle(handle -> handle.execute("ALTER ROLE visitenkarte CREATEROLE"));
        }
        Path script = directory.resolve("logins.sql");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(script))
                .contains("SCRAM-SHA-256$")
                .doesNotContain(passwords().values());
        assertThat(grafana.asked()).noneMatch(request -> request.endsWith("reload"));

        PostgresForTests.execute(PostgresForTests.login(url, "postgres"), Files.readString(script));
        assertThat(authoritiesSeenBy("musterstadt")).containsExactly("musterstadt");
    }

    private void run(@Nullable URI grafanaUrl, boolean rotate) {
        setup().run(new GrafanaSetup.Request(
                directory, Path.of("/etc/grafana/provisioning"), grafanaUrl, "admin", FakeGrafana.PASSWORD, rotate));
    }

    private GrafanaSetup setup() {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new GrafanaSetup(owner, new AuditLog(owner, Clock.systemUTC()), this::random, console);
    }

    private byte[] random() {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) randomness.incrementAndGet();
        return bytes;
    }

    private String login(String sees) {
        return owner.withHandle(handle -> handle.createQuery("SELECT role_name FROM access.login WHERE sees = :sees")
                .bind("sees", sees)
                .mapTo(String.class)
                .one());
    }

    private Jdbi as(String sees) {
        return Database.jdbi(PostgresForTests.login(url, login(sees)));
    }

    private List<String> authoritiesSeenBy(String sees) {
        return as(sees).withHandle(handle -> handle.createQuery("SELECT authority_id FROM authority")
                .mapTo(String.class)
                .list());
    }

    private String database() {
        return value(owner, "SELECT current_database()");
    }

    private List<String> audited() {
        return owner.withHandle(handle -> handle.createQuery("SELECT action FROM audit.entry ORDER BY number")
                .mapTo(String.class)
                .list());
    }

    private static String value(Jdbi jdbi, String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private JsonNode yaml(String folder) {
        try {
            return new YAMLMapper()
                    .readTree(directory.resolve(folder + "/visitenkarte.yaml").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> passwords() throws IOException {
        Map<String, String> passwords = contents();
        passwords.keySet().removeIf(file -> !file.startsWith("passwords/"));
        Map<String, String> byLogin = new TreeMap<>();
        passwords.forEach((file, password) -> byLogin.put(file.replace("passwords/", ""), password));
        return byLogin;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
