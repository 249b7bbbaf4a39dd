package de.visitenkarte.api.visitfile;

/**
 * One thing that is wrong with a file.
 *
 * @param line counted from 1, the heading included
 * @param column heading of the column; empty if it is about the whole line
 * @param expected what should be there, in German, for the person who keeps the file
 */
public record Fault(int line, String column, String expected) {

    @Override
    public String toString() {
        return "Zeile " + line + (column.isEmpty() ? "" : ", Spalte «" + column + "»") + ": " + expected;
    }
}
