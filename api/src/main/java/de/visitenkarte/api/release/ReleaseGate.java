package de.visitenkarte.api.release;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The release gate: decides which private figures people may see. A pure function of the figures, of what was released so
 * far and of the policy; the same input gives the same releases.
 *
 * <p>The rules so far: a figure of fewer people than the minimum is suppressed, which is a state of its own and not a
 * missing row; and a figure moves in steps, so that two successive releases never differ by fewer people than a step. A
 * live count would tell a clerk who sees the next visitor tap what that visitor answered.
 */
final class ReleaseGate {

    private ReleaseGate() {}

    /** What people may see of a figure from now on. */
    sealed interface Decision permits Show, Suppress {}

    /** The figure as it stands. */
    record Show() implements Decision {}

    /** That there is something, but not what. */
    record Suppress(Reason reason) implements Decision {}

    /** Why a figure is not shown. */
    enum Reason {
        TOO_FEW_ANSWERS("too-few-answers");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** The name in the database and for readers. */
        String label() {
            return label;
        }
    }

    /**
     * What people see of a figure at present.
     *
     * @param people how many people the visible figure is about; 0 if it is suppressed
     */
    record Visible(boolean shown, long people) {}

    /**
     * A private figure.
     *
     * @param people how many people it is about
     */
    record Candidate(FigureKey key, long people) {}

    /**
     * Returns the releases to make; figures that stay as they are do not appear.
     *
     * @param candidates figures that changed, together with all that must be decided with them
     * @param soFar what people see at present, for each key of the candidates that was ever released
     */
    static Map<FigureKey, Decision> decide(
            Collection<Candidate> candidates, Map<FigureKey, Visible> soFar, ReleasePolicy policy) {
        Map<FigureKey, Decision> releases = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Decision decision = decide(candidate.people(), soFar.get(candidate.key()), policy);
            if (decision != null) {
                releases.put(candidate.key(), decision);
            }
        }
        return releases;
    }

    private static @Nullable Decision decide(long people, @Nullable Visible visible, ReleasePolicy policy) {
        if (visible == null) {
            if (people == 0) {
                return null;
            }
            return people < policy.minimumPeople() ? new Suppress(Reason.TOO_FEW_ANSWERS) : new Show();
        }
        if (!visible.shown()) {
            return people < policy.minimumPeople() ? null : new Show();
        }
        if (Math.abs(people - visible.people()) < policy.step()) {
            return null;
        }
        return people < policy.minimumPeople() ? new Suppress(Reason.TOO_FEW_ANSWERS) : new Show();
    }
}
