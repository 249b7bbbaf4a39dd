package de.visitenkarte.api.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.api.problem.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final EventPublisher publisher = new EventPublisher(broker);

    @Test
    void returnsAfterLateAcknowledgements() {
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publisher.publish(events(3)));
        await().until(() -> broker.history().size() == 3);
        assertThat(published).isNotDone();
        while (broker.completeNext()) {
            // Every event is acknowledged.
        }

        assertThat(published).succeedsWithin(Duration.ofSeconds(1));
    }

    @Test
    void givesUpAfterTwoSecondsHoweverManyEventsWait() {
        long startedAt = System.nanoTime();

        assertThatThrownBy(() -> publisher.publish(events(20))).isInstanceOf(UnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
                .isBetween(EventPublisher.PATIENCE.minusMillis(10), Duration.ofMillis(2900));
    }

    @Test
    void lateAcknowledgementOfOneEventGivesTheNextNoMoreTime() {
        CompletableFuture.delayedExecutor(1200, TimeUnit.MILLISECONDS).execute(broker::completeNext);
        long startedAt = System.nanoTime();

        assertThatThrownBy(() -> publisher.publish(events(2))).isInstanceOf(UnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMillis(2900));
    }

    @Test
    void oneMissingAcknowledgementIsAFailure() {
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publisher.publish(events(3)));
        await().until(() -> broker.history().size() == 3);
        broker.completeNext();
        broker.completeNext();

        assertThat(published)
                .failsWithin(Duration.ofSeconds(4))
                .withThrowableThat()
                .withCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void refusalByTheBrokerIsAFailure() {
        CompletableFuture<Void> published = CompletableFuture.runAsync(() -> publisher.publish(events(2)));
        await().until(() -> broker.history().size() == 2);
        broker.completeNext();
        broker.errorNext(new NotEnoughReplicasException("one of three"));

        assertThat(published)
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withCauseInstanceOf(UnavailableException.class);
    }

    @Test
    void eventThatCannotEvenBeSentIsAFailure() {
        broker.sendException = new KafkaException("no metadata");

        assertThatThrownBy(() -> publisher.publish(events(1)))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseMessage("no metadata");
    }

    @Test
    void stopsSendingAfterTheFirstEventThatFailedAtOnce() {
        broker.sendException = new KafkaException("no metadata");

        assertThatThrownBy(() -> publisher.publish(events(500))).isInstanceOf(UnavailableException.class);
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void stopsSendingWhenTheEventsBeforeWereHeldUp() {
        Producer<String, byte[]> slow = slow(Duration.ofMillis(500));
        long startedAt = System.nanoTime();

        assertThatThrownBy(() -> new EventPublisher(slow).publish(events(500)))
                .isInstanceOf(UnavailableException.class)
                .hasRootCauseMessage("The producer took 3 of 500");
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMillis(2900));
    }

    @Test
    void refusesAtOnceWhenTooManyWait() {
        List<CompletableFuture<Void>> callers = IntStream.range(0, EventPublisher.MOST_WAITING)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> publisher.publish(events(1)), task -> new Thread(task, "caller-" + i).start()))
                .toList();
        await().until(() -> broker.history().size() == EventPublisher.MOST_WAITING);

        assertThatThrownBy(() -> publisher.publish(events(1)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("too many others wait");
        while (broker.completeNext()) {
            // Kafka is back.
        }
        CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).join();
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> publisher.publish(events(1)));
        await().until(broker::completeNext);
        assertThat(next).succeedsWithin(Duration.ofSeconds(1));
    }

    @Test
    void nothingToPublishNeedsNoBroker() {
        broker.sendException = new KafkaException("away");

        assertThatCode(() -> publisher.publish(List.of())).doesNotThrowAnyException();
    }

    @Test
    void interruptionIsAFailureAndStaysVisible() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> publisher.publish(events(1))).isInstanceOf(UnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A producer whose buffer is full: each event waits for its place. */
    private static Producer<String, byte[]> slow(Duration holdUp) {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                LockSupport.parkNanos(holdUp.toNanos());
                return super.send(record);
            }
        };
    }

    private static List<ProducerRecord<String, byte[]>> events(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new ProducerRecord<>("topic", "key", new byte[] {(byte) i}))
                .toList();
    }
}
