package de.visitenkarte.api.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.QuarantineMark;
import de.visitenkarte.events.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches in: judges each item by itself, so that one bad item holds nothing up, and answers after the broker has
 * acknowledged the good ones.
 *
 * @param <I> an item as the sender writes it: a record
 */
public final class Intake<I> {

    /** What every intake works with. */
    public record Tools(ObjectMapper mapper, EventPublisher publisher, Clock clock, MeterRegistry meters) {}

    /** 2^53 − 1: beyond it JSON readers that count in doubles take two numbers for one. */
    static final long HIGHEST_SEQUENCE_NUMBER = (1L << 53) - 1;

    private final ObjectReader reader;
    private final Set<String> members;
    private final String topic;
    private final Tools tools;
    private final RecentItems recent = new RecentItems();
    private final Counter accepted;
    private final Counter duplicate;
    private final Counter rejected;

    /**
     * @param items what the items are called, in the plural; prefix of the meters
     * @param topic where accepted items go
     */
    public Intake(Class<I> itemType, String items, Topics.Topic topic, Tools tools) {
        this.reader = tools.mapper().readerFor(itemType);
        this.members = Arrays.stream(itemType.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        this.topic = topic.name();
        this.tools = tools;
        this.accepted = counter(items, "accepted");
        this.duplicate = counter(items, "duplicate");
        this.rejected = counter(items, "rejected");
    }

    private Counter counter(String items, String verdict) {
        return Counter.builder(items + "." + verdict)
                .description("Items of batches with the verdict " + verdict)
                // Not what the items are called, which is in the name already.
                .baseUnit("items")
                .register(tools.meters());
    }

    /** Takes a batch in that is to be counted; see the other method of this name. */
    public Receipt take(String source, List<JsonNode> batch, BiFunction<I, Instant, Assessment> assess) {
        return take(source, null, batch, assess);
    }

    /**
     * Takes a batch in.
     *
     * @param source who sends: numbers are unique per source
     * @param mark why none of it is to be counted until someone has looked; null if it is
     * @param assess looks at one item, given the time of the server
     * @throws de.visitenkarte.api.problem.UnavailableException if the broker did not acknowledge; nothing counts as taken
     */
    public Receipt take(
            String source,
            @Nullable QuarantineMark mark,
            List<JsonNode> batch,
            BiFunction<I, Instant, Assessment> assess) {
        Instant now = tools.clock().instant();
        List<Verdict> verdicts = new ArrayList<>(batch.size());
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>(batch.size());
        Map<String, Long> taken = new HashMap<>();
        for (JsonNode node : batch) {
            verdicts.add(judge(source, node, assess, now, events, taken));
        }
        if (mark != null) {
            byte[] reason = mark.text().getBytes(StandardCharsets.UTF_8);
            events.forEach(event -> event.headers().add(QuarantineMark.NAME, reason));
        }
        tools.publisher().publish(events);
        recent.remember(taken);
        verdicts.forEach(verdict -> counterOf(verdict.verdict()).increment());
        return new Receipt(now, verdicts);
    }

    private Counter counterOf(Verdict.Kind kind) {
        return switch (kind) {
            case ACCEPTED -> accepted;
            case DUPLICATE -> duplicate;
            case REJECTED -> rejected;
        };
    }

    private Verdict judge(
            String source,
            JsonNode node,
            BiFunction<I, Instant, Assessment> assess,
            Instant now,
            List<ProducerRecord<String, byte[]>> events,
            Map<String, Long> taken) {
        JsonNode number = node.path("sequenceNumber");
        if (!isSequenceNumber(number)) {
            return new Verdict(null, Verdict.Kind.REJECTED, reasonOf(node, Verdict.Reason.SEQUENCE_NUMBER_MISSING));
        }
        long sequenceNumber = number.longValue();
        Assessment assessment = assess(node, assess, now);
        if (assessment instanceof Assessment.Unacceptable unacceptable) {
            return new Verdict(sequenceNumber, Verdict.Kind.REJECTED, unacceptable.reason());
        }
        Assessment.Acceptable item = (Assessment.Acceptable) assessment;
        String identity = source + '/' + item.key() + '/' + sequenceNumber;
        if (recent.contains(identity, item.bodyHash())
                || Long.valueOf(item.bodyHash()).equals(taken.get(identity))) {
            return new Verdict(sequenceNumber, Verdict.Kind.DUPLICATE, null);
        }
        taken.putIfAbsent(identity, item.bodyHash());
        events.add(new ProducerRecord<>(topic, null, Bucket.startOf(now).toEpochMilli(), item.key(), item.value()));
        return new Verdict(sequenceNumber, Verdict.Kind.ACCEPTED, null);
    }

    private static boolean isSequenceNumber(JsonNode number) {
        return number.isIntegralNumber()
                && number.canConvertToLong()
                && number.longValue() >= 1
                && number.longValue() <= HIGHEST_SEQUENCE_NUMBER;
    }

    private Assessment assess(JsonNode node, BiFunction<I, Instant, Assessment> assess, Instant now) {
        try {
            return assess.apply(reader.readValue(node), now);
        } catch (IOException e) {
            return new Assessment.Unacceptable(reasonOf(node, Verdict.Reason.NOT_READABLE));
        }
    }

    /** A field for a person or a desk is what the sender should hear of first. */
    private Verdict.Reason reasonOf(JsonNode node, Verdict.Reason otherwise) {
        return PersonFields.anyIn(node, members) ? Verdict.Reason.PERSON_OR_DESK_FIELD : otherwise;
    }
}
