package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import de.visitenkarte.api.ApiApplication;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that cannot be counted: put aside, listed, looked at, and counted once after a fix. */
class QuarantineE2E {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OFFICE = "a-office";
    private static final String NOTHING = "Nothing lies in quarantine: whatever was accepted is counted.";

    @TempDir
    Path directory;

    @Test
    void countsOnceWhatIsReplayedAfterAFix() throws Exception {
        Path registry = TestRegistry.write(directory.resolve("registry.yaml"));
        Options options = Options.forTest(directory.resolve("data"), registry);
        try (Standalone product = Standalone.start(options, StartListener.SILENT);
                KafkaProducer<String, byte[]> producer = producer(product);
                Connection database = connect(product)) {
            assertThat(quarantine(product, "list")).containsExactly(NOTHING);
            send(producer, Topics.RATING, OFFICE, aRating(1).toByteArray());
            RecordMetadata place =
                    send(producer, Topics.RATING, OFFICE, "of a newer version".getBytes(StandardCharsets.UTF_8));
            String id = place.topic() + "/" + place.partition() + "/" + place.offset();
            awaitList(product, "unreadable: 1", "in quarantine: 1");
            assertThat(quarantine(product, "list").get(0)).startsWith(id + "  ").contains(OFFICE, "Not a rating");
            assertThat(quarantine(product, "show", id))
                    .anyMatch(line -> line.contains("6f 66 20 61") && line.endsWith("of a newer versi"));
            awaitAccount(database, "accepted 2 counted 1 quarantined 1 replays 0");

            replayInVain(product, id);
            awaitAccount(database, "accepted 2 counted 1 quarantined 1 replays 1");
            String again = quarantine(product, "list").get(0).replaceAll(" .*", "");
            assertThat(again).isNotEqualTo(id);

            // The fix: what the letter holds can be read now.
            DeadLetter fixed = letter(again, aRating(2).toByteString());
            send(producer, Topics.DEAD_LETTER, again, fixed.toByteArray());
            assertThat(quarantine(product, "show", again)).contains("sequence_number: 2", "replay:  possible");
            assertThat(quarantine(product, "replay", again))
                    .containsExactly(again + ": replayed", "replayed: 1, not replayed: 0");
            awaitAccount(database, "accepted 2 counted 2 quarantined 0 replays 2");
            assertThat(quarantine(product, "list")).containsExactly(NOTHING);
            assertThatThrownBy(() -> quarantine(product, "replay", again))
                    .hasMessageContaining("1 of 1 were not replayed.");

            // The answer of the first replay was lost, and the operator repeats it.
            send(producer, Topics.DEAD_LETTER, again, fixed.toByteArray());
            quarantine(product, "replay", "--all");
            send(producer, Topics.RATING, OFFICE, aRating(3).toByteArray());
            awaitAccount(database, "accepted 3 counted 3 quarantined 0 replays 2");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(text(database, """
                            SELECT sum(counts[4]) FROM cell.rating_cell WHERE question_id = 'overall'
                            """)).isEqualTo("3"));
        }
    }

    /** The fault is still there, so streams puts the record aside again, as a new letter. */
    private void replayInVain(Standalone product, String id) throws Exception {
        assertThat(quarantine(product, "replay", "--all", "--reason", "unreadable"))
                .contains(id + ": replayed");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(quarantine(product, "list"))
                        .contains("in quarantine: 1")
                        .noneMatch(line -> line.startsWith(id + " ")));
    }

    private void awaitList(Standalone product, String... lines) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(quarantine(product, "list")).contains(lines));
    }

    private static void awaitAccount(Connection database, String expected) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(text(database, """
                        SELECT concat_ws(' ', 'accepted', sum(accepted), 'counted', sum(counted), 'quarantined',
                            sum(quarantined), 'replays', sum(replays))
                        FROM account.source
                        """)).isEqualTo(expected));
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static Rating aRating(long number) {
        return Rating.newBuilder()
                .setDeviceId("a-1-1")
                .setSequenceNumber(number)
                .setAuthorityId("a")
                .setOfficeId(OFFICE)
                .setAreaId("a-1")
                // Of now, since cells that are old enough are deleted.
                .setBucketStart(Instant.now().getEpochSecond() / 900 * 900)
                .setInstrumentVersion(1)
                .addAnswers(Answer.newBuilder().setQuestionId("overall").setValue(4))
                .setLanguage("de")
                .setBodyHash(number)
                .build();
    }

    private static DeadLetter letter(String id, ByteString value) {
        List<String> place = List.of(id.split("/", -1));
        return DeadLetter.newBuilder()
                .setTopic(place.get(0))
                .setPartition(Integer.parseInt(place.get(1)))
                .setOffset(Long.parseLong(place.get(2)))
                .setReason("unreadable")
                .setKey(ByteString.copyFromUtf8(OFFICE))
                .setValue(value)
                .setOfficeId(OFFICE)
                .build();
    }

    private static RecordMetadata send(
            KafkaProducer<String, byte[]> producer, Topics.Topic topic, String key, byte[] value) throws Exception {
        return producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }

    private static KafkaProducer<String, byte[]> producer(Standalone product) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", product.kafka()), new StringSerializer(), new ByteArraySerializer());
    }

    private static Connection connect(Standalone product) throws SQLException {
        return DriverManager.getConnection(
                product.database().url(),
                product.database().user(),
                product.database().password());
    }

    /** Runs the command as an operator does, without PostgreSQL; returns what it printed. */
    static List<String> quarantine(Standalone product, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("quarantine", "api.yaml"));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ApiApplication command =
                new ApiApplication(
                        Map.of("VISITENKARTE_KAFKA", product.kafka()),
                        new PrintStream(printed, true, StandardCharsets.UTF_8)) {
                    @Override
                    protected void onFatalError(Throwable cause) {
                        throw new IllegalStateException(cause);
                    }
                };
        command.run(all.toArray(String[]::new));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
