package de.visitenkarte.api.quarantine;

import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.events.QuarantineMark;
import de.visitenkarte.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Brings back by itself what was put aside only because the registry could not be read: as soon as it can, ratings of devices
 * in use are counted, and those of revoked devices stay for the operator. Every instance does it; streams counts a letter once.
 */
public final class UnconfirmedLetters implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EventPublisher publisher;
    private final RegistryDirectory directory;
    private final Clock clock;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private @Nullable Consumer<String, byte[]> consumer;

    /** @param consumers makes a consumer of committed records */
    public UnconfirmedLetters(
            Supplier<Consumer<String, byte[]>> consumers,
            EventPublisher publisher,
            RegistryDirectory directory,
            Clock clock) {
        this.consumers = consumers;
        this.publisher = publisher;
        this.directory = directory;
        this.clock = clock;
    }

    /** A letter, and since when it is known here. */
    private record Waiting(Letter letter, Instant seenAt) {}

    /** Looks once at what came since the last time. Begins anew after a failure. */
    public void run() {
        try {
            readOn();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        Instant asOf = directory.current().asOf();
        List<Waiting> decided = waiting.values().stream()
                .filter(each -> each.seenAt().isBefore(asOf))
                .toList();
        List<Letter> countable = decided.stream()
                .map(Waiting::letter)
                .filter(letter -> directory.current().isInUse(letter.content().getSourceId()))
                .filter(letter -> ReplayRule.objectionTo(letter).isEmpty())
                .toList();
        new Replayer(publisher).replay(countable);
        decided.forEach(each -> waiting.remove(each.letter().id()));
    }

    private void readOn() {
        Consumer<String, byte[]> reader = consumer == null ? open() : consumer;
        consumer = reader;
        ConsumerRecords<String, byte[]> records;
        do {
            records = reader.poll(POLL);
            records.forEach(this::take);
        } while (!records.isEmpty());
    }

    private Consumer<String, byte[]> open() {
        waiting.clear();
        Consumer<String, byte[]> opened = consumers.get();
        Collection<TopicPartition> partitions = opened.partitionsFor(Topics.DEAD_LETTER.name(), ANSWER).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        return opened;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        waiting.remove(record.key());
        if (record.value() == null) {
            return;
        }
        Letter letter = Letter.of(record);
        if (letter.content().getReason().equals(QuarantineMark.UNCONFIRMED_DEVICE.text())) {
            waiting.put(letter.id(), new Waiting(letter, clock.instant()));
        }
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
