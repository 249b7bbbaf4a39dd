package de.visitenkarte.api;

import static de.visitenkarte.api.RunningApi.DEVICE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.RunningApi.Answer;
import de.visitenkarte.api.staff.Role;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an operator relies on: health, metrics, logs without personal data, a true description. */
class OperationsIT {

    private static final String MARKER = "MarkerBrowser/9.9";
    private static final String CLIENT_ADDRESS = "203.0.113.77";

    @AutoClose
    private static final RunningApi api = RunningApi.start();

    @Test
    void tellsADeviceWhatItIs() {
        Answer answer = api.get("/v1/device/configuration", "Authorization", "bearer " + DEVICE_TOKEN);

        assertThat(answer.json().get("officeName").asText()).isEqualTo("Ausländerbehörde Musterstadt");
    }

    @Test
    void boardAnswersBeforeThereIsAnyFigure() {
        assertThat(api.signIn(Role.MINISTRY)
                        .get("/v1/board/comparison")
                        .json()
                        .at("/authorities/0/rating/state")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void livesWithoutKafka() {
        assertThat(api.admin("/ping").status()).isEqualTo(200);
        assertThat(api.admin("/ping").body()).startsWith("pong");
    }

    @Test
    void isNotReadyWithoutKafkaAndSaysSo() {
        Answer answer = api.admin("/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body())
                .contains("kafka not ready: ", "postgresql ready", "registry ready", "release ready")
                .doesNotContain("Exception");
    }

    @Test
    void healthTellsEachDependencyApart() {
        Answer answer = api.admin("/healthcheck");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().at("/kafka/healthy").asBoolean()).isFalse();
        assertThat(answer.json().at("/postgresql/healthy").asBoolean()).isTrue();
        assertThat(answer.json().at("/registry/healthy").asBoolean()).isTrue();
        assertThat(answer.json().at("/release/healthy").asBoolean()).isTrue();
    }

    @Test
    void metricsAreInPrometheusText() {
        Answer answer = api.admin("/metrics");

        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body())
                .contains(
                        "# TYPE ratings_accepted_items_total counter",
                        "ratings_duplicate_items_total ",
                        "ratings_rejected_items_total ",
                        "visits_accepted_items_total ",
                        "projection_cells_total ",
                        "release_figures_total ",
                        "release_run_seconds_count ",
                        "jvm_memory_used_bytes",
                        "kafka_producer_");
    }

    @Test
    void everyMeterOfOurOwnIsDocumented() throws IOException {
        String documented = Files.readString(Path.of("../docs/metrics.md"));
        Set<String> own = Pattern.compile("(?m)^# TYPE (\\S+) ")
                .matcher(api.admin("/metrics").body())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.matches("(jvm|process|system|kafka|io_dropwizard|org_eclipse|de_visitenkarte"
                        + "|ch_qos|jetty|http|io_|jvm_gc|database|reader|TimeBoundHealthCheck).*"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(own)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(documented).contains("`" + name.replaceFirst("_max$", "") + "`"));
    }

    @Test
    void noLogLineContainsAnAddressOrAUserAgent() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            String[] headers = {
                "User-Agent",
                MARKER,
                "X-Forwarded-For",
                CLIENT_ADDRESS,
                "Authorization",
                "Bearer " + DEVICE_TOKEN,
                "Content-Type",
                "application/json"
            };
            String batch = "{\"ratings\": [{\"sequenceNumber\": 1, \"instrumentVersion\": 1, \"language\": \"ar\","
                    + " \"ratedAt\": \"2026-11-22T10:00:00Z\", \"answers\": {\"overall\": 4}}]}";
            for (String body : List.of(batch, "{", "{\"ratings\": []}", "x".repeat(600_000), "")) {
                api.send("POST", "/v1/ratings", BodyPublishers.ofString(body), headers);
            }
            for (String path :
                    List.of("/", "/tablet/", "/tablet/nothing", "/v1/nothing", "/board/%00", "/v1/ratings")) {
                api.get(path, "User-Agent", MARKER, "X-Forwarded-For", CLIENT_ADDRESS);
            }
        } finally {
            root.detachAppender(log);
        }

        assertThat(List.copyOf(log.list))
                .as("the answer of 503 is logged, so lines are captured")
                .anyMatch(event -> event.getFormattedMessage().contains("503"));
        assertThat(List.copyOf(log.list))
                // Kafka names its broker's address.
                .filteredOn(event -> !event.getLoggerName().startsWith("org.apache.kafka"))
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .noneMatch(line -> line.contains(MARKER)
                        || line.contains(CLIENT_ADDRESS)
                        || line.contains("127.0.0.1")
                        || line.contains("0:0:0:0:0:0:0:1")
                        || line.contains(DEVICE_TOKEN + "\""));
    }

    @Test
    void pageForOperatorsNamesWhatIsMissing() {
        Answer page = api.admin("/operations");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
                .contains("<html lang=\"de\">", "<li class=\"bad\">kafka:", "<li class=\"good\">postgresql</li>")
                .contains("Die erste Prüfung läuft noch.", "<li class=\"bad\">accounting: keine aktuelle Prüfung</li>");
    }

    @Test
    void descriptionNamesEveryRouteAndNoOther() {
        JsonNode document = api.get("/v1/openapi.json").json();
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(routes());
    }

    private static Set<String> routes() {
        return Route.of(Stream.concat(
                                api.jersey().getSingletons().stream().map(Object::getClass),
                                api.jersey().getClasses().stream())
                        .filter(type -> !type.isAnnotationPresent(Hidden.class)))
                .stream()
                .map(route -> route.method() + " " + route.template())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
