package de.visitenkarte.bench.growth;

import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.events.Topics;
import de.visitenkarte.streams.engine.EngineProperties;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * The state that many counted ratings leave behind, without counting them: full pages of sequence numbers in the changelog
 * of the store that recognises repetitions. It is the only state that grows with ratings. The store restores itself from
 * there when the application starts.
 */
final class StoredNumbers {

    private static final String CHANGELOG = EngineProperties.APPLICATION_ID + "-rating-seen-changelog";
    private static final int SLOTS = 64;

    private final Fleet fleet;

    StoredNumbers(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Returns the first number that a device has not used after so many stored ratings. */
    long firstFree(long ratings) {
        return (pagesOfDevice(ratings) + 1) * SLOTS;
    }

    /** Writes the pages; a few ratings more than asked for, so that all pages are full. */
    void write(String kafka, Admin admin, long ratings) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(CHANGELOG, Topics.RATING.partitions(), (short) 1)
                        .configs(Map.of("cleanup.policy", "compact"))))
                .all()
                .get();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka,
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "max.in.flight.requests.per.connection",
                1);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            byte[] page = fullPage();
            for (long number = 1; number <= pagesOfDevice(ratings); number++) {
                for (int device = 0; device < fleet.devices(); device++) {
                    var unused = producer.send(new ProducerRecord<>(
                            CHANGELOG, partition(device), fleet.device(device) + "/" + number, page));
                }
            }
            producer.flush();
        }
    }

    private long pagesOfDevice(long ratings) {
        long perPages = (long) SLOTS * fleet.devices();
        return (ratings + perPages - 1) / perPages;
    }

    private int partition(int device) {
        byte[] office = fleet.office(device).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(office)) % Topics.RATING.partitions();
    }

    /** Bitmap of all 64 numbers and a hash of four bytes for each; see SeenPage in streams. */
    private static byte[] fullPage() {
        ByteBuffer page = ByteBuffer.allocate(Long.BYTES + SLOTS * Integer.BYTES);
        page.putLong(-1L);
        for (int slot = 0; slot < SLOTS; slot++) {
            page.putInt(slot * 0x9E3779B9);
        }
        return page.array();
    }
}
