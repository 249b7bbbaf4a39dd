package de.visitenkarte.api.quarantine;

import de.visitenkarte.api.problem.UnavailableException;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.ReplayHeader;
import de.visitenkarte.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes refused records anew, and takes their letters away once the broker has them. */
final class Replayer {

    /** So many, that the broker acknowledges them within the publisher's patience. */
    private static final int AT_ONCE = 200;

    private final EventPublisher publisher;

    Replayer(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Replays letters that {@link ReplayRule} allows. If this ends in between, doing it again is harmless: streams drops a
     * letter that came before.
     *
     * @throws QuarantineException if Kafka did not acknowledge everything
     */
    void replay(List<Letter> letters) {
        for (int start = 0; start < letters.size(); start += AT_ONCE) {
            List<Letter> some = letters.subList(start, Math.min(start + AT_ONCE, letters.size()));
            try {
                publisher.publish(some.stream().map(Replayer::recordOf).toList());
                publisher.publish(some.stream().map(Replayer::removalOf).toList());
            } catch (UnavailableException e) {
                throw new QuarantineException(
                        "Kafka did not acknowledge. Of " + letters.size() + " letters, " + start
                                + " were certainly replayed. Repeat the command later; that is harmless.",
                        e);
            }
        }
    }

    /** With the time of its first arrival, so that it leaves Kafka when it would have left. */
    private static ProducerRecord<String, byte[]> recordOf(Letter letter) {
        DeadLetter content = letter.content();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                content.getTopic(),
                content.getPartition(),
                letter.arrivedAt().toEpochMilli(),
                content.getKey().toStringUtf8(),
                content.getValue().toByteArray());
        ReplayHeader header = new ReplayHeader(letter.id(), content.getOfficeId(), content.getSourceId());
        record.headers().add(ReplayHeader.NAME, header.value().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Kafka deletes a letter whose newest record has no value. */
    private static ProducerRecord<String, byte[]> removalOf(Letter letter) {
        return new ProducerRecord<>(
                Topics.DEAD_LETTER.name(), null, letter.arrivedAt().toEpochMilli(), letter.id(), (byte[]) null);
    }
}
