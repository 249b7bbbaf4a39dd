package de.visitenkarte.api.publish;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param replication copies of each topic this application creates; 3 in production, 1 with a single broker
 */
public record KafkaSettings(
        @NotBlank String bootstrapServers, @Min(1) short replication) {

    private static final int MAX_POLL_RECORDS = 5000;

    /** Per partition, so that the largest batch of a tablet is one request. Kafka's default of 16 KiB would be five. */
    private static final int BATCH_BYTES = 128 * 1024;

    private static final int LINGER_MILLIS = 5;

    /** What streams commits within this time is one transaction in PostgreSQL, unless there is more than this of it. */
    private static final int COLLECT_MILLIS = 50;

    private static final int COLLECT_BYTES = 256 * 1024;

    /** Returns a producer that counts a record as sent when all replicas have it, and each once. */
    public Producer<String, byte[]> producer() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // A tap waits for this, and nobody sees four milliseconds. At 3,000 single ratings a second, one millisecond
        // makes more than twice as many requests, each with its own writes to disk.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        // What arrives while a request is under way goes with the next one: the busier, the larger the batches and the
        // fewer the writes to disk. With five under way, each broker gets five times as many small ones.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        int patience = (int) EventPublisher.PATIENCE.toMillis();
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, EventPublisher.HOLD_UP.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience * 3 / 4);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Returns a consumer that sees committed records only and leaves the offsets to its user. */
    public Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = common();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, COLLECT_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, COLLECT_MILLIS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Returns a client for questions about the cluster, impatient enough for a health check. */
    public Admin admin() {
        Map<String, Object> settings = common();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1500);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000);
        return Admin.create(settings);
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        settings.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
