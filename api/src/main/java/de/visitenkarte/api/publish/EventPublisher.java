package de.visitenkarte.api.publish;

import de.visitenkarte.api.problem.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Publishes events and returns only when the broker has acknowledged all of them. */
public final class EventPublisher {

    /** How long Kafka may take; so a client hears within two seconds that it is away. */
    static final Duration PATIENCE = Duration.ofMillis(1800);

    /** How long a single event may be held up before it is even sent, because the buffer is full or the topic unknown. */
    static final Duration HOLD_UP = Duration.ofMillis(600);

    /**
     * How many callers may wait at once; half of the server's threads. The others are there to say no while Kafka hangs: if
     * all waited, the next request would wait for a thread before it waits for Kafka.
     */
    static final int MOST_WAITING = 512;

    private final Producer<String, byte[]> producer;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    public EventPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Publishes all events.
     *
     * @throws UnavailableException if the broker did not acknowledge all of them in time; some may have arrived all the
     *     same, so the caller has to send all of them again
     */
    public void publish(List<ProducerRecord<String, byte[]>> events) {
        if (!waiting.tryAcquire()) {
            throw new UnavailableException(
                    "Nothing was taken, because too many others wait for Kafka. Please send all again.");
        }
        try {
            await(events, System.nanoTime() + PATIENCE.toNanos());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new UnavailableException(
                    "Nothing was taken, because Kafka did not answer. Please send all again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    "Nothing was taken, because this server is stopping. Please send all again.", e);
        } finally {
            waiting.release();
        }
    }

    private void await(List<ProducerRecord<String, byte[]>> events, long deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(events.size());
        for (ProducerRecord<String, byte[]> event : events) {
            if (deadline - System.nanoTime() < HOLD_UP.toNanos()) {
                throw new TimeoutException("The producer took " + acknowledgements.size() + " of " + events.size());
            }
            Future<RecordMetadata> acknowledgement = producer.send(event);
            if (acknowledgement.isDone()) {
                acknowledgement.get();
            }
            acknowledgements.add(acknowledgement);
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }
}
