package de.visitenkarte.streams.quarantine;

import de.visitenkarte.events.DeadLetter;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Turns refusals into dead letters that say where the refused record stands. */
public final class QuarantineProcessor<E> extends ContextualFixedKeyProcessor<byte[], Verdict.Refused<E>, DeadLetter> {

    @Override
    public void process(FixedKeyRecord<byte[], Verdict.Refused<E>> record) {
        // Present for every record that comes from a topic; only a punctuation has none.
        DeadLetter letter = DeadLetters.write(context().recordMetadata().orElseThrow(), record.key(), record.value());
        context().forward(record.withValue(letter));
    }
}
