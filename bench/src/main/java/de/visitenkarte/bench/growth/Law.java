package de.visitenkarte.bench.growth;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A law of growth with what was measured at each size.
 *
 * @param measured from the smallest size to the largest
 * @param tolerance how much more something may be than it should, as a factor
 */
record Law(String name, String unit, Shape shape, double[] measured, double tolerance) {

    /** What the measurements should look like. */
    enum Shape {

        /** All the same. */
        EVEN,

        /** Each at most as much as the one before; what has a fixed share becomes less with size. */
        NOT_RISING
    }

    /** Returns whether the measurements keep the law. */
    boolean holds() {
        return switch (shape) {
            case EVEN ->
                Arrays.stream(measured).max().orElseThrow()
                        <= Arrays.stream(measured).min().orElseThrow() * tolerance;
            case NOT_RISING ->
                IntStream.range(1, measured.length).allMatch(i -> measured[i] <= measured[i - 1] * tolerance);
        };
    }

    void print(PrintStream out) {
        StringBuilder figures = new StringBuilder();
        for (double each : measured) {
            figures.append(figures.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%.3g", each));
        }
        out.printf(
                Locale.ROOT,
                "| %s | %s %s | within a factor of %.2f: %s |%n",
                name,
                figures,
                unit,
                tolerance,
                holds() ? "holds" : "BROKEN");
    }
}
