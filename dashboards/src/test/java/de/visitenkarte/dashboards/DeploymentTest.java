package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files that bring the dashboards and everything around them into production, as far as text can tell. */
class DeploymentTest {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final JsonNode COMPOSE = yaml(DEPLOY.resolve("compose.yaml"));
    private static final Path TEMPLATES = Path.of("../api/src/main/resources/grafana");
    private static final JsonNode SOURCE = yaml(TEMPLATES.resolve("datasource.yaml"));
    private static final JsonNode PROVIDER = yaml(TEMPLATES.resolve("provider.yaml"));

    @Test
    void pinsEveryImage() {
        assertThat(services()).isNotEmpty();
        services()
                .forEach((name, service) ->
                        assertThat(service.path("image").asText()).as(name).matches("[a-z/]+:v?\\d+\\.\\d+(\\.\\d+)?"));
    }

    @Test
    void runsTheVersionsThatAreTested() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        assertThat(COMPOSE.at("/services/kafka/image").asText()).isEqualTo("apache/kafka:" + tag(pom, "kafka.version"));
        assertThat(tag(pom, "postgres-binaries.version"))
                .isEqualTo(COMPOSE.at("/services/postgres/image").asText().replace("postgres:", "") + ".0");
    }

    @Test
    void listensOnLoopbackOnly() {
        services()
                .forEach((name, service) -> assertThat(service.path("ports"))
                        .as(name)
                        .allMatch(port -> port.asText().startsWith("127.0.0.1:")));
    }

    @Test
    void takesEverySecretFromTheEnvironmentAndInsistsOnIt() throws IOException {
        String example = Files.readString(DEPLOY.resolve(".env.example"));
        Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(Files.readString(DEPLOY.resolve("compose.yaml")))
                .results()
                .map(match -> match.group(1))
                .forEach(name -> assertThat(example).containsPattern("(?m)^" + name + "="));
        assertThat(example).doesNotContainPattern("(?m)^[A-Z_]*PASSWORD=.");
        services()
                .forEach((name, service) -> service.path("environment").properties().stream()
                        .filter(variable -> variable.getKey().contains("PASSWORD"))
                        .forEach(variable -> assertThat(variable.getValue().asText())
                                .as(name)
                                .matches("\\$\\{[A-Z_]+:\\?.+}")));
    }

    @Test
    void mountsFilesThatExist() {
        services()
                .forEach((name, service) -> Json.stream(service.path("volumes"))
                        .map(JsonNode::asText)
                        .filter(volume -> volume.startsWith("."))
                        .forEach(volume -> assertThat(DEPLOY.resolve(volume.replaceAll(":.*", "")))
                                .as(name)
                                .exists()));
    }

    @Test
    void scrapesTheApplicationsWhereTheyListen() {
        JsonNode jobs = yaml(DEPLOY.resolve("prometheus/prometheus.yaml")).path("scrape_configs");
        List<String> targets = Json.stream(jobs)
                .map(job -> job.at("/static_configs/0/targets/0").asText())
                .toList();
        assertThat(targets).contains("api:8081", "streams:8082");
    }

    @Test
    void provisionsTheSourceThatTheDashboardsName() {
        assertThat(SOURCE.path("uid").asText()).isEqualTo(PanelRules.SOURCE_UID);
        assertThat(SOURCE.path("type").asText()).isEqualTo(PanelRules.SOURCE_TYPE);
        assertThat(SOURCE.path("editable").asBoolean(true)).isFalse();
    }

    @Test
    void givesGrafanaTheVariablesThatItsFilesName() throws IOException {
        String source = Files.readString(TEMPLATES.resolve("datasource.yaml"));
        JsonNode environment = COMPOSE.at("/services/grafana/environment");
        assertThat(Pattern.compile("\\$([A-Z_]+)").matcher(source).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(environment::has);
    }

    /** The command writes where Grafana reads, and neither finds the owner's password where requests are served. */
    @Test
    void keepsTheOwnersPasswordFromTheApi() {
        assertThat(COMPOSE.at("/services/api/environment").toString()).doesNotContain("MIGRATION_");
        assertThat(COMPOSE.at("/services/migration/environment/VISITENKARTE_MIGRATION_PASSWORD")
                        .asText())
                .isNotEmpty();
        assertThat(Json.stream(COMPOSE.at("/services/migration/volumes")).map(JsonNode::asText))
                .contains("./grafana:/grafana");
        assertThat(Json.stream(COMPOSE.at("/services/grafana/volumes")).map(JsonNode::asText))
                .contains("./grafana:/etc/grafana/provisioning:ro");
    }

    @Test
    void provisionsTheFolderThatIsMountedAndKeepsItUnchanged() {
        String path = PROVIDER.at("/options/path").asText();
        assertThat(Json.stream(COMPOSE.at("/services/grafana/volumes")).map(JsonNode::asText))
                .contains("../dashboards/boards:" + path + ":ro");
        assertThat(PROVIDER.path("disableDeletion").asBoolean()).isTrue();
        assertThat(PROVIDER.path("allowUiUpdates").asBoolean(true)).isFalse();
        String home = COMPOSE.at("/services/grafana/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                .asText();
        assertThat(Path.of(home.replace(path, "boards"))).exists();
    }

    @Test
    void speaksGerman() {
        JsonNode environment = COMPOSE.at("/services/grafana/environment");
        assertThat(environment.path("GF_USERS_DEFAULT_LANGUAGE").asText()).isEqualTo("de-DE");
        assertThat(environment.path("GF_DATE_FORMATS_DEFAULT_TIMEZONE").asText())
                .isEqualTo("Europe/Berlin");
    }

    private static Map<String, JsonNode> services() {
        return COMPOSE.path("services").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String tag(String pom, String name) {
        return Pattern.compile("<" + name + ">(.*?)</")
                .matcher(pom)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode yaml(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
