package de.visitenkarte.bench.plain;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes the place of the Kafka producer, so that everything before it is the product's own code: collects what a request
 * sends, and writes it when the request first waits.
 */
final class PlainProducer extends MockProducer<String, byte[]> {

    private static final RecordMetadata WRITTEN = new RecordMetadata(new TopicPartition("plain", 0), 0, 0, 0, 0, 0);

    private final PlainWriter writer;
    private final ThreadLocal<List<byte[]>> request = ThreadLocal.withInitial(ArrayList::new);

    PlainProducer(PlainWriter writer) {
        this.writer = writer;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> event) {
        request.get().add(event.value());
        return new Written();
    }

    private void write() {
        List<byte[]> events = request.get();
        if (events.isEmpty()) {
            return;
        }
        try {
            writer.write(events);
        } catch (SQLException e) {
            throw new KafkaException(e);
        } finally {
            events.clear();
        }
    }

    private final class Written extends CompletableFuture<RecordMetadata> {

        @Override
        public RecordMetadata get(long timeout, TimeUnit unit) {
            write();
            return WRITTEN;
        }
    }
}
