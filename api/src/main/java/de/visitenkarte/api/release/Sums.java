package de.visitenkarte.api.release;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers by key, which are added up. */
final class Sums<K> {

    private final Map<K, long[]> byKey = new HashMap<>();

    void add(K key, long[] numbers) {
        byKey.merge(key, numbers, Sums::plus);
    }

    Map<K, long[]> byKey() {
        return byKey;
    }

    /** Adds numbers, the shorter ones with zeros behind; changes neither. */
    static long[] plus(long[] one, long[] other) {
        long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    static long[] minus(long[] one, long[] other) {
        return plus(one, Arrays.stream(other).map(number -> -number).toArray());
    }

    /** Returns numbers as PostgreSQL writes an array. */
    static String array(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
