package de.visitenkarte.bench.topology;

import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Topics.Topic;
import de.visitenkarte.events.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes accepted events as the api does, only faster, one quarter hour after the other. Ratings have two answers. */
public final class EventFill implements AutoCloseable {

    private static final long BUCKET_SECONDS = Duration.ofMinutes(15).toSeconds();
    private static final int FACES = 5;
    private static final int LONGEST_WAIT_SECONDS = 5400;

    /** Five events a second at the peak, of all 550 authorities together. */
    private static final int EVENTS_PER_OFFICE_AND_BUCKET = 8;

    private final Fleet fleet;
    private final int buckets;
    private final Producer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final long lastBucket;

    /** @param buckets over how many quarter hours until now the events are spread */
    public EventFill(String kafka, Fleet fleet, int buckets) {
        this.fleet = fleet;
        this.buckets = buckets;
        this.lastBucket = System.currentTimeMillis() / 1000 / BUCKET_SECONDS * BUCKET_SECONDS;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "linger.ms",
                        20,
                        "batch.size",
                        256 * 1024,
                        "max.in.flight.requests.per.connection",
                        1,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns over how many quarter hours so many events are spread when all authorities are at their peak. */
    public static int bucketsOf(int events, Fleet fleet) {
        return Math.max(1, events / (fleet.authorities() * EVENTS_PER_OFFICE_AND_BUCKET));
    }

    /** Creates all topics of the product. */
    public static void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = Topics.ALL.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings(1)))
                .toList();
        admin.createTopics(topics).all().get();
    }

    /**
     * Writes events and waits until the broker has them.
     *
     * @param firstNumber sequence number of each sender's first event
     * @param visitsPercent how many of a hundred events are visits
     */
    public void write(long firstNumber, int events, int visitsPercent) {
        for (int i = 0; i < events; i++) {
            int device = i % fleet.devices();
            long number = firstNumber + i / fleet.devices();
            long bucket = lastBucket - (buckets - 1 - (long) i * buckets / events) * BUCKET_SECONDS;
            if (i % 100 < visitsPercent) {
                send(Topics.VISIT, device, visit(device, number, bucket, i));
            } else {
                send(Topics.RATING, device, rating(device, number, bucket, i));
            }
        }
        producer.flush();
        Exception fault = failure.get();
        if (fault != null) {
            throw new IllegalStateException("The broker did not take all events", fault);
        }
    }

    private void send(Topic topic, int device, byte[] value) {
        var unused =
                producer.send(new ProducerRecord<>(topic.name(), fleet.office(device), value), (metadata, fault) -> {
                    if (fault != null) {
                        failure.set(fault);
                    }
                });
    }

    private byte[] rating(int device, long number, long bucket, int index) {
        return Rating.newBuilder()
                .setDeviceId(fleet.device(device))
                .setSequenceNumber(number)
                .setAuthorityId(fleet.authority(device))
                .setOfficeId(fleet.office(device))
                .setAreaId(fleet.area(device))
                .setBucketStart(bucket)
                .setInstrumentVersion(1)
                .setLanguage("de")
                .setBodyHash(index)
                .addAnswers(answer("overall", 1 + index % FACES))
                .addAnswers(answer("waiting", 1 + index / FACES % FACES))
                .build()
                .toByteArray();
    }

    private static Answer.Builder answer(String question, int value) {
        return Answer.newBuilder().setQuestionId(question).setValue(value);
    }

    private byte[] visit(int device, long number, long bucket, int index) {
        return Visit.newBuilder()
                .setIntegrationId("queue-" + fleet.authority(device) + "-" + device)
                .setSequenceNumber(number)
                .setAuthorityId(fleet.authority(device))
                .setOfficeId(fleet.office(device))
                .setBucketStart(bucket)
                .setWithAppointment(index % 2 == 0)
                .setWaitSeconds(index % LONGEST_WAIT_SECONDS)
                .setBodyHash(index)
                .build()
                .toByteArray();
    }

    @Override
    public void close() {
        producer.close();
    }
}
