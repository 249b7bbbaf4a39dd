package de.visitenkarte.streams;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import de.visitenkarte.events.Account;
import de.visitenkarte.events.BandCells;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import de.visitenkarte.events.ReplayHeader;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Topics.Topic;
import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.events.WaitCells;
import de.visitenkarte.streams.account.AccountProcessor;
import de.visitenkarte.streams.engine.EngineProperties;
import de.visitenkarte.streams.engine.EngineSettings;
import de.visitenkarte.streams.quarantine.DeadLetters;
import io.dropwizard.util.DataSize;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology with in- and outputs for tests; no broker. */
final class CountingDriver implements AutoCloseable {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Path stateDirectory;
    private final TopologyTestDriver driver;

    CountingDriver() {
        this(Instant.now());
    }

    /** @param start when the processors' clock begins */
    CountingDriver(Instant start) {
        try {
            stateDirectory = Files.createTempDirectory("counting");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties properties = properties(stateDirectory);
        driver = new TopologyTestDriver(topology(properties, registry), properties, start);
    }

    /** Returns the topology without anything around it. */
    static Topology topology() {
        return topology(properties(Path.of("never-created")), new SimpleMeterRegistry());
    }

    private static Topology topology(Properties properties, SimpleMeterRegistry registry) {
        return CountingTopology.build(new StreamsConfig(properties), registry);
    }

    private static Properties properties(Path stateDirectory) {
        Properties properties = new Properties();
        properties.putAll(EngineProperties.of(new EngineSettings(
                "no-broker:9092", 1, stateDirectory, 1, 0, DataSize.mebibytes(8), DataSize.mebibytes(8))));
        return properties;
    }

    void send(Rating rating) {
        send(Topics.RATING, bytesOf(rating.getOfficeId()), rating.toByteArray());
    }

    void send(Visit visit) {
        send(Topics.VISIT, bytesOf(visit.getOfficeId()), visit.toByteArray());
    }

    void send(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        pipe(topic.name(), new TestRecord<>(key, value));
    }

    void send(Topic topic, byte[] key, byte[] value, Headers headers) {
        pipe(topic.name(), new TestRecord<>(key, value, headers));
    }

    /** Sends a record whose timestamp is not that of the others. */
    void send(Rating rating, Instant timestamp) {
        pipe(Topics.RATING.name(), new TestRecord<>(bytesOf(rating.getOfficeId()), rating.toByteArray(), timestamp));
    }

    /** Sends a record whose timestamp is not that of the others. */
    void send(Visit visit, Instant timestamp) {
        pipe(Topics.VISIT.name(), new TestRecord<>(bytesOf(visit.getOfficeId()), visit.toByteArray(), timestamp));
    }

    /** Returns the last state of each cell that was written since the last call, by {@code office/area/instrument/question/bucket}. */
    Map<String, RatingCell> ratingCells() {
        return cells(
                Topics.RATING_CELL,
                RatingCells.parser(),
                RatingCells::getCellsList,
                (cells, cell) -> String.join(
                        "/",
                        cells.getOfficeId(),
                        cell.getAreaId(),
                        Integer.toString(cell.getInstrumentVersion()),
                        cell.getQuestionId(),
                        Long.toString(cells.getBucketStart())));
    }

    /** Returns the last state of each cell that was written since the last call, by {@code office/appointment/bucket}. */
    Map<String, WaitCell> waitCells() {
        return cells(
                Topics.WAIT_CELL,
                WaitCells.parser(),
                WaitCells::getCellsList,
                (cells, cell) -> String.join(
                        "/",
                        cells.getOfficeId(),
                        cell.getWithAppointment() ? "with" : "without",
                        Long.toString(cells.getBucketStart())));
    }

    private <M extends MessageLite, C> Map<String, C> cells(
            Topic topic, Parser<M> parser, Function<M, List<C>> cellsOf, BiFunction<M, C, String> nameOf) {
        Map<String, C> all = new LinkedHashMap<>();
        passOn();
        table(topic, parser)
                .values()
                .forEach(cells -> cellsOf.apply(cells).forEach(cell -> all.put(nameOf.apply(cells, cell), cell)));
        return all;
    }

    /** Returns the last state of each band that was written since the last call and not deleted again. */
    Map<String, BandCells> bandCells() {
        passOn();
        return table(Topics.BAND_CELL, BandCells.parser());
    }

    /** Returns how many records of rating cells were written since the last call, without waiting for more. */
    int ratingCellRecords() {
        return driver.createOutputTopic(
                        Topics.RATING_CELL.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .size();
    }

    /** Lets a period go by, so that changed cells are passed on. */
    void passOn() {
        driver.advanceWallClockTime(CountingTopology.PASS_ON_PERIOD);
    }

    /** Returns all accounts that changed since the last call. */
    Map<String, Account> accounts() {
        driver.advanceWallClockTime(AccountProcessor.PERIOD);
        return table(Topics.ACCOUNT, Account.parser());
    }

    /** Sends a letter's record as the command for operators does. */
    void replay(DeadLetter letter) {
        TestRecord<byte[], byte[]> record = new TestRecord<>(
                letter.getKey().toByteArray(), letter.getValue().toByteArray());
        record.headers()
                .add(
                        ReplayHeader.NAME,
                        bytesOf(new ReplayHeader(DeadLetters.keyOf(letter), letter.getOfficeId(), letter.getSourceId())
                                .value()));
        pipe(letter.getTopic(), record);
    }

    private void pipe(String topic, TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    /** Returns the letters that were written since the last call, in their order. */
    List<DeadLetter> deadLetters() {
        return new ArrayList<>(table(Topics.DEAD_LETTER, DeadLetter.parser()).values());
    }

    /** Returns what was written since the last call, with everything that belongs to a record. */
    List<TestRecord<String, byte[]>> written(Topic topic) {
        driver.advanceWallClockTime(AccountProcessor.PERIOD);
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Lets an hour go by. */
    void passHour() {
        driver.advanceWallClockTime(Duration.ofHours(1));
    }

    /** Returns all keys of a store. */
    List<String> storedKeys(String store) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ?> all =
                driver.<String, Object>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    /** Returns how far a counter got. */
    long count(String meter, String... tags) {
        return (long) registry.get(meter).tags(tags).counter().count();
    }

    private <M extends MessageLite> Map<String, M> table(Topic topic, Parser<M> parser) {
        Map<String, M> table = new LinkedHashMap<>();
        driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .forEach(record -> {
                    if (record.value == null) {
                        table.remove(record.key);
                    } else {
                        table.put(record.key, parse(parser, record.value));
                    }
                });
        return table;
    }

    private static <M extends MessageLite> M parse(Parser<M> parser, byte[] bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        try {
            Utils.delete(stateDirectory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
