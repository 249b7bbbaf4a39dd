package de.visitenkarte.api.release;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Private numbers per figure, which can be added and subtracted. */
final class Numbers {

    private final Map<FigureKey, long[]> byKey = new HashMap<>();

    void add(FigureKey key, long[] numbers) {
        merge(key, numbers, 1);
    }

    void subtract(FigureKey key, long[] numbers) {
        merge(key, numbers, -1);
    }

    /** The sums, without those that are nothing but zeros. */
    Map<FigureKey, long[]> nonZero() {
        Map<FigureKey, long[]> sums = new HashMap<>(byKey);
        sums.values().removeIf(numbers -> Arrays.stream(numbers).allMatch(number -> number == 0));
        return sums;
    }

    private void merge(FigureKey key, long[] numbers, int sign) {
        long[] sum = byKey.computeIfAbsent(key, any -> new long[numbers.length]);
        if (sum.length < numbers.length) {
            sum = Arrays.copyOf(sum, numbers.length);
            byKey.put(key, sum);
        }
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += sign * numbers[i];
        }
    }
}
