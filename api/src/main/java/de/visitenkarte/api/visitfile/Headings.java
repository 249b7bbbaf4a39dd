package de.visitenkarte.api.visitfile;

import de.visitenkarte.api.intake.PersonFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a file stands where. */
final class Headings {

    private static final List<Column> REQUIRED = List.of(Column.ARRIVED, Column.CALLED, Column.APPOINTMENT);

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<Fault> faults = new ArrayList<>();

    private Headings() {}

    /**
     * Reads the first line.
     *
     * @param needsOffice whether there is more than one office that a line could be about
     */
    static Headings of(String[] cells, boolean needsOffice) {
        Headings headings = new Headings();
        for (int place = 0; place < cells.length; place++) {
            headings.add(cells[place].strip(), place);
        }
        REQUIRED.forEach(headings::require);
        if (needsOffice) {
            headings.require(Column.OFFICE);
        }
        return headings;
    }

    private void add(String heading, int place) {
        Optional<Column> column = Column.find(heading);
        if (column.isPresent()) {
            if (places.putIfAbsent(column.get(), place) != null) {
                faults.add(new Fault(1, heading, "Diese Spalte gibt es schon einmal."));
            }
        } else if (PersonFields.isOne(heading)) {
            faults.add(new Fault(
                    1,
                    heading,
                    "Angaben zu Personen, Schaltern oder Wartenummern werden nicht angenommen, auch nicht leer."
                            + " Bitte die Spalte löschen. (person-or-desk-field)"));
        } else {
            faults.add(new Fault(1, heading, "Diese Spalte ist nicht bekannt. Bitte löschen oder umbenennen."));
        }
    }

    private void require(Column column) {
        if (!places.containsKey(column)) {
            faults.add(new Fault(1, column.heading(), "Diese Spalte fehlt."));
        }
    }

    List<Fault> faults() {
        return faults;
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** Returns the content of a cell without blanks around it; empty if the line ends before it. */
    String cell(String[] cells, Column column) {
        Integer place = places.get(column);
        return place == null || place >= cells.length ? "" : cells[place].strip();
    }

    int count() {
        return places.size();
    }
}
