package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The identity of a figure. Not a record, because each run asks thousands of them for their id and hash again and again. */
final class FigureKey {

    /** What is measured. */
    enum Kind {
        RATING,
        WAIT,
        LEAD;

        private final String label = name().toLowerCase(Locale.ROOT);

        /** The name in the database. */
        String label() {
            return label;
        }
    }

    private final Kind kind;
    private final Scope scope;
    private final Period period;
    private final String subject;
    private final int hash;
    private @Nullable String id;

    /**
     * @param subject of ratings the question; of waits {@code all} visitors, those {@code with} or {@code without}
     *     appointment; of lead times {@code all} that have one
     */
    FigureKey(Kind kind, Scope scope, Period period, String subject) {
        this.kind = kind;
        this.scope = scope;
        this.period = period;
        this.subject = subject;
        // The end follows from kind and start.
        int hashOfPeriod = 31 * period.kind().hashCode() + period.startsAt().hashCode();
        this.hash = 31 * (31 * (31 * kind.hashCode() + scope.hashCode()) + hashOfPeriod) + subject.hashCode();
    }

    Kind kind() {
        return kind;
    }

    Scope scope() {
        return scope;
    }

    Period period() {
        return period;
    }

    String subject() {
        return subject;
    }

    /** Returns the identity as the database keeps it. */
    String id() {
        String known = id;
        if (known == null) {
            known = String.join(
                    "/",
                    kind.label(),
                    scope.kind().label(),
                    scope.id(),
                    period.kind().label(),
                    period.startsAt().toString(),
                    subject);
            id = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FigureKey that
                        && hash == that.hash
                        && kind == that.kind
                        && scope.equals(that.scope)
                        && period.equals(that.period)
                        && subject.equals(that.subject));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return id();
    }
}
