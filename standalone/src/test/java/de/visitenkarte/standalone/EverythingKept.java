package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.LoggerFactory;

/** All that a running product writes down: log, topics, tables, pages for operators, and, once it has stopped, its files. */
final class EverythingKept implements AutoCloseable {

    /** Offsets and times of records, nothing of their content; mostly empty. */
    private static final Set<String> INDEXES = Set.of("index", "timeindex", "txnindex");

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Listens from now on: the applications have set up their logs. */
    EverythingKept() {
        log.start();
        ROOT.addAppender(log);
        LoggerFactory.getLogger(EverythingKept.class).info("listening");
    }

    /** Returns all lines since the beginning. */
    List<String> logLines() {
        List<String> lines = List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
        assertThat(lines).contains("listening");
        return lines;
    }

    /** Hands over all records of all topics, also of the internal ones. */
    void topics(String servers, BiConsumer<String, String> reader) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (Admin admin = Admin.create(settings);
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> topic.partitions()
                            .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> reader.accept("the topic " + record.topic(), text(record)));
            }
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder().append(record.timestamp());
        Stream.of(record.headers().toArray())
                .forEach(header -> text.append(header.key()).append(latin1(header.value())));
        return text.append(latin1(record.key()))
                .append('|')
                .append(latin1(record.value()))
                .toString();
    }

    private static String latin1(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Hands over all rows of all tables, also of those of the migration. */
    void tables(Connection database, BiConsumer<String, String> reader) throws SQLException {
        for (String table : list(database, """
                SELECT format('%I.%I', table_schema, table_name)
                FROM information_schema.tables
                WHERE table_type = 'BASE TABLE'
                  AND table_schema NOT IN ('pg_catalog', 'information_schema')
                """)) {
            list(database, "SELECT t::text FROM " + table + " AS t")
                    .forEach(row -> reader.accept("the table " + table, row));
        }
    }

    private static List<String> list(Connection database, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Hands over the pages for operators. */
    void pages(Addresses addresses, BiConsumer<String, String> reader) throws Exception {
        for (URI page : List.of(
                addresses.apiAdmin().resolve("metrics"),
                addresses.apiAdmin().resolve("operations"),
                addresses.apiAdmin().resolve("threads"),
                addresses.apiAdmin().resolve("healthcheck"),
                addresses.streamsAdmin().resolve("metrics"))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).as(page.toString()).hasSizeGreaterThan(100);
            reader.accept("the page " + page, answer.body());
        }
    }

    /** Hands over the bytes of all files of a directory. */
    void files(Path directory, BiConsumer<String, String> reader) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!INDEXES.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    reader.accept("the file " + directory.relativize(file), latin1(Files.readAllBytes(file)));
                }
            }
        }
    }

    @Override
    public void close() {
        ROOT.detachAppender(log);
    }
}
