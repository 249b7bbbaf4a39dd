package de.visitenkarte.bench.growth;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * A law of growth with what was measured at each size.
 *
 * @param tolerance by how much the largest may exceed the smallest, as a factor
 */
record Law(String name, String unit, double[] measured, double tolerance) {

    /** Returns whether the measurements keep the law. */
    boolean holds() {
        double smallest = Arrays.stream(measured).min().orElseThrow();
        double largest = Arrays.stream(measured).max().orElseThrow();
        return largest <= smallest * tolerance;
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
