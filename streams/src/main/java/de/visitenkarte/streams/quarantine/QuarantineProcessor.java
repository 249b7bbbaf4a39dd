package de.visitenkarte.streams.quarantine;

import de.visitenkarte.events.DeadLetter;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns refusals into dead letters that say where the refused record stands. */
public final class QuarantineProcessor<E> extends ContextualProcessor<byte[], Verdict.Refused<E>, String, DeadLetter> {

    private final Consumer<Reason> onRefused;

    /**
     * Makes a processor; each task has its own.
     *
     * @param onRefused is told each refusal's reason, to count it
     */
    public QuarantineProcessor(Consumer<Reason> onRefused) {
        this.onRefused = onRefused;
    }

    @Override
    public void process(Record<byte[], Verdict.Refused<E>> record) {
        // Present for every record that comes from a topic; only a punctuation has none.
        DeadLetter letter = DeadLetters.write(context().recordMetadata().orElseThrow(), record.key(), record.value());
        context().forward(new Record<>(DeadLetters.keyOf(letter), letter, record.timestamp()));
        onRefused.accept(record.value().reason());
    }
}
