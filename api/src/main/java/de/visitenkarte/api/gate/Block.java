package de.visitenkarte.api.gate;

import java.util.Arrays;
import java.util.List;

/**
 * What is released as one: the numbers of a group of people large enough that nobody in it can be singled out. Everything that
 * people see is a sum of whole blocks, and no two blocks share a person; so whatever is subtracted from whatever, what is left
 * is whole blocks.
 *
 * @param span shortest stretch of the grid that all of it lies in: it counts in every period that the span lies in
 * @param leaves whose rests it takes, whole
 * @param numbers all of them at least 0, or all of them at most 0: people who were counted before and no longer are
 */
public record Block(Period span, List<Period> leaves, long[] numbers) {

    /** Returns which part of a rest such a block takes: what is more, or what is less than was released. */
    public long[] part(long[] rest) {
        boolean isMore = Arrays.stream(numbers).sum() > 0;
        return Arrays.stream(rest)
                .map(number -> isMore ? Math.max(number, 0) : Math.min(number, 0))
                .toArray();
    }
}
