package de.visitenkarte.api.gate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much people see of a sum of blocks. Blocks protect people; this protects readers from figures of too few, which jump.
 *
 * @param people how many it is about; null if even that is suppressed
 */
public record Visibility(State state, @Nullable Long people) {

    /** From nothing to everything. */
    public enum State {
        HIDDEN,
        PEOPLE_ONLY,
        SHOWN
    }

    public static Visibility of(long[] numbers, ReleasePolicy policy) {
        long people = Arrays.stream(numbers).sum();
        // A correction can be in this sum while what it corrects is only in the sum of a longer period.
        boolean isWhole = Arrays.stream(numbers).allMatch(number -> number >= 0);
        if (people < policy.blockSize() || !isWhole) {
            return new Visibility(State.HIDDEN, null);
        }
        return new Visibility(people < policy.shareMinimum() ? State.PEOPLE_ONLY : State.SHOWN, people);
    }

    /** Returns why people see less than everything, as the database has it; null if they do not. */
    @Nullable
    public String reason() {
        return switch (state) {
            case HIDDEN -> "too-few-answers";
            case PEOPLE_ONLY -> "too-few-for-a-share";
            case SHOWN -> null;
        };
    }
}
