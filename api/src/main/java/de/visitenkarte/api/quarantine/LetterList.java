package de.visitenkarte.api.quarantine;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Prints letters, one a line, and how many there are for each reason. */
final class LetterList {

    private LetterList() {}

    /**
     * Prints.
     *
     * @param letters newest last
     * @param limit of lines; the sums are about all letters
     */
    static void print(List<Letter> letters, int limit, PrintStream out) {
        List<Letter> shown = letters.subList(Math.max(0, letters.size() - limit), letters.size());
        int[] widths = {
            width(shown, Letter::id),
            width(shown, letter -> letter.content().getReason()),
            width(shown, letter -> letter.content().getOfficeId()),
            width(shown, letter -> letter.content().getSourceId())
        };
        if (shown.size() < letters.size()) {
            out.println("(" + (letters.size() - shown.size()) + " older ones are not shown: --limit)");
        }
        String format =
                "%-" + widths[0] + "s  %s  %-" + widths[1] + "s  %-" + widths[2] + "s  %-" + widths[3] + "s  %s%n";
        shown.forEach(letter -> out.printf(
                format,
                Letter.printable(letter.id()),
                letter.arrivedAt(),
                Letter.printable(letter.content().getReason()),
                Letter.printable(letter.content().getOfficeId()),
                Letter.printable(letter.content().getSourceId()),
                Letter.printable(letter.content().getDetail())));
        out.println();
        sums(letters).forEach((reason, sum) -> out.println(reason + ": " + sum));
        out.println("in quarantine: " + letters.size());
    }

    private static int width(List<Letter> letters, Function<Letter, String> column) {
        return letters.stream()
                .map(column)
                .mapToInt(text -> Letter.printable(text).length())
                .max()
                .orElse(1);
    }

    private static Map<String, Long> sums(List<Letter> letters) {
        Map<String, Long> sums = new TreeMap<>();
        letters.forEach(letter -> sums.merge(Letter.printable(letter.content().getReason()), 1L, Long::sum));
        return sums;
    }
}
