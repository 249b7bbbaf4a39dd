package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.events.Topics;
import de.visitenkarte.standalone.Standalone.Database;
import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import de.visitenkarte.standalone.machine.LoopbackPort;
import de.visitenkarte.standalone.machine.StartFailure;
import de.visitenkarte.standalone.postgres.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What is dropped and built anew from the topics is bit-equal to what was there, and people notice nothing. */
class RebuildE2E {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ITEMS = 400;

    private static final String CELLS = """
            SELECT 'r', office_id || bucket_start || question_id || area_id || instrument_version || counts::text
            FROM cell.rating_cell
            UNION ALL
            SELECT 'w', office_id || bucket_start || with_appointment || visits || wait_seconds_sum || histogram::text
            FROM cell.wait_cell
            UNION ALL
            SELECT 'b', office_id || hour_start || wait_band || question_id || counts::text
            FROM cell.band_cell
            UNION ALL
            SELECT 'a', kind || partition || office_id || source_id || accepted || ' ' || counted || ' ' || quarantined
                        || ' ' || duplicates || ' ' || sequence_numbers || ' ' || highest_sequence_number
            FROM account.source
            ORDER BY 1, 2
            """;

    private static final String FIGURES = """
            SELECT figure_id || coalesce(answers::text, '-') || coalesce(superseded_at::text, '') || released_at
            FROM release.rating_figure
            UNION ALL
            SELECT figure_id || coalesce(visits::text, '-') || coalesce(superseded_at::text, '') || released_at
            FROM release.wait_figure
            ORDER BY 1
            """;

    private static final String RECORDS = "SELECT coalesce(sum(accepted + duplicates), 0)::text FROM account.source";

    private final Random random = new Random(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Parts parts = new Parts();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Addresses addresses;

    @SuppressWarnings("NullAway.Init")
    private Map<String, String> environment;

    @SuppressWarnings("NullAway.Init")
    private Connection database;

    @BeforeEach
    void startAllButStreams() throws Exception {
        EmbeddedPostgres postgres = parts.add(Start.startPostgres(directory.resolve("postgres")));
        EmbeddedKafka kafka = parts.add(EmbeddedKafka.start(directory.resolve("kafka")));
        addresses = Addresses.from(LoopbackPort.findFree(Options.PORTS));
        environment = Start.environment(
                addresses,
                new Database(postgres.jdbcUrl(), postgres.user(), postgres.password()),
                kafka.bootstrapServers(),
                directory.resolve("streams"));
        LocalApi.importRegistry(environment, TestRegistry.write(directory.resolve("registry.yaml")));
        parts.add(LocalApi.start(environment));
        new Readiness().await("api", addresses.apiAdmin());
        database = parts.add(DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password()));
    }

    @AfterEach
    void stop() {
        parts.close();
    }

    @Test
    void buildsAnewFromEventsAndFromCellsWhatWasThere() throws Exception {
        RunningServer streams = startStreams();
        int sent = send();
        awaitRecords(sent);
        List<String> cells = awaitQuiet(CELLS);
        List<String> figures = awaitQuiet(FIGURES);
        assertThat(cells).hasSizeGreaterThan(100).anyMatch(row -> row.startsWith("b"));
        assertThat(figures).isNotEmpty();

        LocalApi.rebuild(environment);
        awaitRecords(sent);
        assertThat(awaitQuiet(CELLS)).as("from the cell topics").isEqualTo(cells);
        assertThat(list(FIGURES)).isEqualTo(figures);

        assertThatThrownBy(() -> LocalStreams.reset(environment))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("still running");
        streams.close();
        LocalStreams.reset(environment);
        LocalApi.rebuild(environment);
        assertThat(list(CELLS)).isEmpty();
        parts.add(startStreams());
        awaitRecords(sent);
        assertThat(awaitQuiet(CELLS)).as("from the events").isEqualTo(cells);
        assertThat(list(FIGURES)).isEqualTo(figures);
    }

    private RunningServer startStreams() throws Exception {
        RunningServer streams = LocalStreams.start(environment);
        new Readiness().await("streams", addresses.streamsAdmin());
        return streams;
    }

    /** Sends ratings and visits, some twice, and a record that nobody can read; returns how many records that are. */
    private int send() throws Exception {
        Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(3));
        for (String device : TestRegistry.DEVICES) {
            post("v1/ratings", "ratings", device, ratings(from));
        }
        for (String authority : List.of("a", "b")) {
            post("v1/visits", "visits", TestRegistry.queueOf(authority), visits(authority, from));
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", environment.get("VISITENKARTE_KAFKA")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RATING.name(), 0, null, new byte[] {1, 2, 3}))
                    .get();
        }
        return (TestRegistry.DEVICES.size() + 2) * ITEMS + 1;
    }

    private List<String> ratings(Instant from) {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number ->
                        """
                        {"sequenceNumber":%d,"instrumentVersion":1,"language":"de","ratedAt":"%s","answers":{"overall":%d,"clarity":2}}
                        """.formatted(number, from.plusSeconds(random.nextInt(86_400)), 1 + random.nextInt(5)))
                .toList();
    }

    private List<String> visits(String authority, Instant from) {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(number -> {
                    Instant arrived = from.plusSeconds(random.nextInt(86_400));
                    return """
                        {"sequenceNumber":%d,"officeId":"%s-office","arrivedAt":"%s","calledAt":"%s","withAppointment":%s}
                        """.formatted(
                            number, authority, arrived, arrived.plusSeconds(random.nextInt(5000)), number % 3 == 0);
                })
                .toList();
    }

    private void post(String path, String items, String sender, List<String> bodies) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(addresses.api().resolve(path))
                .header("Authorization", "Bearer " + TestRegistry.tokenOf(sender))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        bodies.stream().collect(Collectors.joining(",", "{\"" + items + "\":[", "]}"))))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.body()).doesNotContain("rejected");
    }

    private void awaitRecords(int records) {
        await().atMost(PATIENCE).until(() -> list(RECORDS).equals(List.of(Integer.toString(records))));
    }

    /** Returns the answer once it has stayed the same for two seconds. */
    private List<String> awaitQuiet(String query) {
        List<List<String>> last = new ArrayList<>(List.of(List.of()));
        await().pollInterval(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> {
            List<String> now = list(query);
            boolean same = now.equals(last.get(0)) && !now.isEmpty();
            last.set(0, now);
            return same;
        });
        return last.get(0);
    }

    private List<String> list(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                rows.add(columns == 1 ? result.getString(1) : result.getString(1) + " " + result.getString(2));
            }
        }
        return rows;
    }
}
