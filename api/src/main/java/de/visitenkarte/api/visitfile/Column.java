package de.visitenkarte.api.visitfile;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of visits, with the headings that people give them. The first one is used in messages. */
enum Column {
    OFFICE("Standort", "Standort-ID", "Dienststelle", "Amt", "office", "officeId"),
    DATE("Datum", "Tag", "date", "day"),
    ARRIVED("Ankunft", "Ankunftszeit", "angekommen", "Wartebeginn", "arrivedAt", "arrived", "arrival"),
    CALLED("Aufruf", "Aufrufzeit", "aufgerufen", "calledAt", "called", "call"),
    FINISHED("Ende", "beendet", "fertig", "finishedAt", "finished", "end"),
    APPOINTMENT("Termin", "mit Termin", "withAppointment", "appointment"),
    BOOKED("gebucht am", "gebucht", "Buchung", "Termin gebucht am", "bookedOn", "booked");

    private final ImmutableList<String> headings;

    Column(String... headings) {
        this.headings = ImmutableList.copyOf(headings);
    }

    /** The heading as messages name it. */
    String heading() {
        return headings.get(0);
    }

    /** Finds the column of a heading; capitals, blanks, hyphens and underscores make no difference. */
    static Optional<Column> find(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.stream().map(Column::plain).anyMatch(plain::equals))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
