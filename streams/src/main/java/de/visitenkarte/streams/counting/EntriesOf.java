package de.visitenkarte.streams.counting;

import com.google.protobuf.MessageLite;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.streams.account.Entry;
import de.visitenkarte.streams.account.Entry.What;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.quarantine.Verdict;
import java.util.List;

/** What each step writes into the books. */
final class EntriesOf {

    private EntriesOf() {}

    /** What passed the reading is new only if it passes the deduplication too. */
    static <E> List<Entry> reading(Verdict<E> verdict) {
        if (verdict instanceof Verdict.Refused<E> refused) {
            return List.of(new Entry(refused.origin(), What.ACCEPTED));
        }
        return repetitionOrReplay(verdict);
    }

    static <E extends MessageLite> List<Entry> deduplicating(Verdict<E> verdict, Counting<E, ?> counting) {
        if (verdict instanceof Verdict.Passed<E> passed) {
            Origin origin = counting.originOf().apply(passed.event());
            return List.of(new Entry(origin, What.ACCEPTED, passed.sequenceNumber()));
        }
        return reading(verdict);
    }

    static List<Entry> quarantining(DeadLetter letter) {
        return List.of(new Entry(new Origin("", letter.getOfficeId(), letter.getSourceId()), What.QUARANTINED));
    }

    static <E extends MessageLite> List<Entry> counting(E event, Counting<E, ?> counting) {
        return List.of(new Entry(counting.originOf().apply(event), What.COUNTED));
    }

    private static <E> List<Entry> repetitionOrReplay(Verdict<E> verdict) {
        if (verdict instanceof Verdict.Repeated<E> repeated) {
            return List.of(new Entry(repeated.origin(), What.DUPLICATE));
        }
        return verdict instanceof Verdict.Replayed<E> replayed
                ? List.of(new Entry(replayed.origin(), What.REPLAYED))
                : List.of();
    }
}
