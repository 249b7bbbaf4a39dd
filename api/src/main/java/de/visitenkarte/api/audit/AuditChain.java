package de.visitenkarte.api.audit;

import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Computes the hashes of the whole log anew, entry by entry, and compares. */
public final class AuditChain {

    private final Jdbi jdbi;

    public AuditChain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was found.
     *
     * @param entries how many there are
     * @param head the newest one
     * @param untrusted entries from the first broken one on; 0 if the chain holds
     * @param fault what is wrong, in one sentence; null if nothing is
     */
    public record Finding(
            long entries,
            AuditMark head,
            long untrusted,
            @Nullable String fault) {}

    /** Looks at all entries, as they are at one moment. */
    public Finding verify() {
        return verify(AuditMark.START);
    }

    /** Looks at all entries, and whether one of them is the one that was marked. */
    public Finding verify(AuditMark expected) {
        return jdbi.inTransaction(handle -> {
            Walk walk = new Walk(expected);
            try (Stream<StoredEntry> entries = handle.attach(AuditDao.class).listAll().stream()) {
                entries.forEach(walk::step);
            }
            return walk.finding();
        });
    }

    /** One way through the log. */
    private static final class Walk {

        private final AuditMark expected;
        private long entries;
        private long untrusted;
        private long next = 1;
        private byte[] previous = AuditEntry.START;
        private AuditMark head = AuditMark.START;
        private @Nullable String fault;
        private boolean isMarkSeen;

        Walk(AuditMark expected) {
            this.expected = expected;
            this.isMarkSeen = expected.equals(AuditMark.START);
        }

        void step(StoredEntry entry) {
            entries++;
            AuditMark mark = AuditMark.of(entry.number(), entry.hash());
            if (fault == null) {
                fault = faultOf(entry);
            }
            if (fault == null && mark.number() == expected.number() && !mark.equals(expected)) {
                fault = "Entry " + mark.number() + " is not the one that was marked: the log was written anew.";
            }
            isMarkSeen |= mark.equals(expected);
            untrusted += fault == null ? 0 : 1;
            head = mark;
            previous = entry.hash();
            next = entry.number() + 1;
        }

        private @Nullable String faultOf(StoredEntry entry) {
            if (entry.number() != next) {
                return "Entry " + next + " is missing.";
            }
            return entry.follows(previous) ? null : "Entry " + next + " is broken: it, or the one before, was changed.";
        }

        Finding finding() {
            if (fault == null && !isMarkSeen) {
                fault = "Entry " + expected.number() + " is missing: the log was cut off after entry " + head.number()
                        + ".";
                untrusted++;
            }
            return new Finding(entries, head, untrusted, fault);
        }
    }
}
