package de.visitenkarte.api.console;

import de.visitenkarte.api.gate.ReleasePolicy;
import java.util.Map;
import java.util.Objects;

/** The numbers of the release policy, as they stand on the page. */
enum PolicyNumber {
    BLOCK(
            "blockSize",
            "Gruppe",
            "So viele Personen kommen mindestens zusammen in die Zahlen. Weniger werden nie gezeigt."),
    SHARE(
            "shareMinimum",
            "Anteile und Zeiten",
            "Ab so vielen Personen werden Anteile, Mittelwerte und Wartezeiten gezeigt."),
    EXTREMES(
            "extremesMinimum",
            "Alle oder niemand",
            "Unterhalb dieser Zahl von Antworten steht bei sehr hohen und sehr niedrigen Anteilen nur „≥ 90\u202f%“ oder „≤ 10\u202f%“."),
    COMPARISON("comparisonMinimum", "Vergleich", "Ab so vielen Antworten steht eine Behörde neben anderen.");

    private final String field;
    private final String label;
    private final String meaning;

    PolicyNumber(String field, String label, String meaning) {
        this.field = field;
        this.label = label;
        this.meaning = meaning;
    }

    /** Returns the name of the field in the form. */
    String field() {
        return field;
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }

    int of(ReleasePolicy policy) {
        return switch (this) {
            case BLOCK -> policy.blockSize();
            case SHARE -> policy.shareMinimum();
            case EXTREMES -> policy.extremesMinimum();
            case COMPARISON -> policy.comparisonMinimum();
        };
    }

    int floor() {
        return of(ReleasePolicy.FLOOR);
    }

    /**
     * Returns the policy of all numbers.
     *
     * @throws IllegalArgumentException if they do not fit together
     */
    static ReleasePolicy policy(Map<PolicyNumber, Integer> values) {
        return new ReleasePolicy(
                number(values, BLOCK), number(values, SHARE), number(values, EXTREMES), number(values, COMPARISON));
    }

    private static int number(Map<PolicyNumber, Integer> values, PolicyNumber which) {
        return Objects.requireNonNull(values.get(which));
    }
}
