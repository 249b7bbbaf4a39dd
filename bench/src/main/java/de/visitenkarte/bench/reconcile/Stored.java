package de.visitenkarte.bench.reconcile;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.bench.load.Figures;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Visit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the topics of the ratings and the visits, and what has to become of it: the first record of each identity
 * counts, the same again does not, and everything else has to be among the dead letters.
 */
final class Stored {

    private final Map<String, Event> first = new HashMap<>();
    private final Set<String> deadPlaces = new LinkedHashSet<>();
    private final Set<String> reused = new LinkedHashSet<>();
    private long repetitions;

    /** @param effect as in {@link de.visitenkarte.bench.load.Item} */
    record Event(String identity, long bodyHash, Map<String, Long> effect) {}

    static Stored read(TopicReader reader) {
        Stored stored = new Stored();
        reader.read(Topics.RATING.name(), record -> stored.add(record, rating(record.value())));
        reader.read(Topics.VISIT.name(), record -> stored.add(record, visit(record.value())));
        return stored;
    }

    /** Returns the events that count, by identity. */
    Map<String, Event> first() {
        return first;
    }

    /** Returns where those stand that must not count: topic, partition and offset. */
    Set<String> deadPlaces() {
        return deadPlaces;
    }

    /** Returns the identities whose number came again with another body. */
    Set<String> reused() {
        return reused;
    }

    /** Returns how many records repeat an earlier one. */
    long repetitions() {
        return repetitions;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, @Nullable Event event) {
        if (event == null) {
            deadPlaces.add(placeOf(record));
            return;
        }
        Event before = first.putIfAbsent(event.identity(), event);
        if (before == null) {
            return;
        }
        if (before.bodyHash() == event.bodyHash()) {
            repetitions++;
        } else {
            deadPlaces.add(placeOf(record));
            reused.add(event.identity());
        }
    }

    static String placeOf(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static @Nullable Event rating(byte @Nullable [] value) {
        try {
            Rating rating = value == null || value.length == 0 ? null : Rating.parseFrom(value);
            if (rating == null || rating.getDeviceId().equals("poison")) {
                return null;
            }
            Map<String, Long> effect = new HashMap<>();
            for (Answer answer : rating.getAnswersList()) {
                effect.put(
                        Figures.answer(
                                rating.getAreaId(), rating.getBucketStart(), answer.getQuestionId(), answer.getValue()),
                        1L);
            }
            return new Event(
                    rating.getDeviceId() + "/" + rating.getSequenceNumber(), rating.getBodyHash(), Map.copyOf(effect));
        } catch (InvalidProtocolBufferException garbage) {
            return null;
        }
    }

    private static @Nullable Event visit(byte @Nullable [] value) {
        try {
            Visit visit = Visit.parseFrom(value == null ? new byte[0] : value);
            String office = visit.getOfficeId();
            long bucket = visit.getBucketStart();
            Map<String, Long> effect = Map.of(
                    Figures.visits(office, bucket, visit.getWithAppointment()),
                    1L,
                    Figures.waitSeconds(office, bucket, visit.getWithAppointment()),
                    (long) visit.getWaitSeconds());
            return new Event(visit.getIntegrationId() + "/" + visit.getSequenceNumber(), visit.getBodyHash(), effect);
        } catch (InvalidProtocolBufferException garbage) {
            return null;
        }
    }
}
