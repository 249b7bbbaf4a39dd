package de.visitenkarte.bench.load;

import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts records into the topic of the ratings that are none. */
final class Poison implements AutoCloseable {

    private static final int KINDS = 6;
    private static final byte[] OFFICE = Installation.officeOf("a").getBytes(StandardCharsets.UTF_8);

    private final Producer<byte[], byte[]> producer;
    private final Random random;
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    Poison(String kafka, Random random) {
        this.random = random;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        1000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends one; returns without waiting for the broker longer than a second. */
    void send() {
        ProducerRecord<byte[], byte @Nullable []> record = record();
        var unused = producer.send(record, (place, fault) -> {
            if (fault == null) {
                places.add(place.topic() + "/" + place.partition() + "/" + place.offset());
            }
        });
    }

    /** Returns the places of those that the broker acknowledged: topic, partition and offset. */
    Set<String> places() {
        return Set.copyOf(places);
    }

    @Override
    public void close() {
        producer.close();
    }

    private ProducerRecord<byte[], byte @Nullable []> record() {
        byte[] garbage = new byte[1 + random.nextInt(200)];
        random.nextBytes(garbage);
        // No message begins with field number 0.
        garbage[0] = 0;
        return switch (random.nextInt(KINDS)) {
            case 0 -> poison(OFFICE, garbage);
            case 1 -> poison(OFFICE, null);
            case 2 -> poison(null, rating("a-office", 1, 3));
            case 3 -> poison("nowhere".getBytes(StandardCharsets.UTF_8), rating("a-office", 1, 3));
            case 4 -> poison(OFFICE, rating("a-office", 0, 3));
            default -> poison(OFFICE, rating("a-office", 1, 9));
        };
    }

    private static ProducerRecord<byte[], byte @Nullable []> poison(byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.RATING.name(), key, value);
    }

    private byte[] rating(String office, int instrumentVersion, int overall) {
        return Rating.newBuilder()
                .setDeviceId("poison")
                .setSequenceNumber(1 + random.nextInt(Integer.MAX_VALUE))
                .setAuthorityId("a")
                .setOfficeId(office)
                .setAreaId("a-load")
                .setBucketStart(1_700_000_100L / 900 * 900)
                .setInstrumentVersion(instrumentVersion)
                .addAnswers(Answer.newBuilder().setQuestionId("overall").setValue(overall))
                .setLanguage("de")
                .setBodyHash(random.nextLong())
                .build()
                .toByteArray();
    }
}
