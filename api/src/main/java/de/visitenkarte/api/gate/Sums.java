package de.visitenkarte.api.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers by key, which are added up. */
public final class Sums<K> {

    private final Map<K, long[]> byKey = new HashMap<>();

    public void add(K key, long[] numbers) {
        long[] sum = byKey.computeIfAbsent(key, any -> new long[numbers.length]);
        if (sum.length < numbers.length) {
            sum = Arrays.copyOf(sum, numbers.length);
            byKey.put(key, sum);
        }
        for (int i = 0; i < numbers.length; i++) {
            sum[i] += numbers[i];
        }
    }

    public Map<K, long[]> byKey() {
        return byKey;
    }

    /** Adds numbers, the shorter ones with zeros behind; changes neither. */
    public static long[] plus(long[] one, long[] other) {
        long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    public static long[] minus(long[] one, long[] other) {
        long[] difference = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            difference[i] -= other[i];
        }
        return difference;
    }

    /** Returns numbers as PostgreSQL writes an array. */
    public static String array(long[] numbers) {
        StringBuilder text = new StringBuilder(2 + 2 * numbers.length).append('{');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        return text.append('}').toString();
    }
}
