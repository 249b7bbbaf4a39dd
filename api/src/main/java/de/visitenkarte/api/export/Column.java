package de.visitenkarte.api.export;

import java.util.List;
import java.util.stream.Stream;

/**
 * One column of a file, with what stands in it: the data dictionary.
 *
 * @param name in the head of the file: small letters, no umlauts, so that every program takes it
 * @param meaning in German
 */
public record Column(String name, String meaning) {

    private static final List<Column> FIRST = List.of(
            new Column(
                    "ebene", "standort, behoerde, pilotbehoerden oder vergleichsgruppe: worüber zusammengefasst ist"),
            new Column("behoerde", "Name der Behörde; leer bei Summen über mehrere Behörden"),
            new Column("standort", "Name des Standorts; leer bei Summen über alle Standorte"),
            new Column("simuliert", "ja: erfundene Daten zur Vorführung; nein: echte Daten"),
            new Column("zeitraum", "tag, woche, monat oder quartal"),
            new Column("beginn", "erster Tag des Zeitraums"),
            new Column("ende", "letzter Tag des Zeitraums"),
            new Column(
                    "zustand",
                    "freigegeben; zurückgehalten: es gibt Angaben, aber sie werden nicht oder nicht ganz gezeigt"),
            new Column("grund", "warum Angaben zurückgehalten werden; leer, wenn sie freigegeben sind"),
            new Column("freigegeben_am", "Tag der letzten Freigabe dieser Zeile"));

    private static final List<Column> OF_RATINGS = List.of(
            new Column("frage", "Kennung der Frage; overall ist der Gesamteindruck"),
            new Column("antworten", "Zahl der Antworten"),
            new Column("wert_1", "Zahl der Antworten mit dem niedrigsten Wert (Gesicht: sehr schlecht)"),
            new Column("wert_2", "Zahl der Antworten mit dem Wert 2"),
            new Column("wert_3", "Zahl der Antworten mit dem Wert 3; bei Fragen mit drei Antworten der höchste"),
            new Column("wert_4", "Zahl der Antworten mit dem Wert 4"),
            new Column("wert_5", "Zahl der Antworten mit dem höchsten Wert (Gesicht: sehr gut)"),
            new Column("positiv", "Zahl der positiven Antworten (bei fünf Gesichtern 4 und 5)"),
            new Column("anteil_positiv", "Anteil positiver Antworten, 0 bis 1"),
            new Column(
                    "anteil_schranke",
                    "mindestens oder höchstens: der genaue Anteil liegt darüber oder darunter; sonst leer"),
            new Column("anteil_von", "untere Grenze des Unsicherheitsbereichs (95 %, Wilson)"),
            new Column("anteil_bis", "obere Grenze des Unsicherheitsbereichs (95 %, Wilson)"),
            new Column("mittelwert", "Mittelwert von -2 (sehr schlecht) bis +2 (sehr gut)"));

    private static final List<Column> OF_WAITS = List.of(
            new Column("termin", "alle, mit oder ohne Termin"),
            new Column("besuche", "Zahl der bedienten Besuche"),
            new Column("median_minuten", "Wartezeit von der Ankunft bis zum Aufruf, Median in Minuten"),
            new Column("p90_minuten", "neun von zehn warteten höchstens so viele Minuten"),
            new Column("anteil_bis_15_minuten", "Anteil der Besuche mit höchstens 15 Minuten Wartezeit, 0 bis 1"),
            new Column("anteil_bis_30_minuten", "Anteil der Besuche mit höchstens 30 Minuten Wartezeit, 0 bis 1"),
            new Column("korrigiert_am", "Tag, an dem eine schon gezeigte Zahl berichtigt wurde; sonst leer"));

    private static final List<Column> OF_LEADS = List.of(
            new Column("besuche", "Zahl der Besuche mit Termin, deren Buchungstag bekannt ist"),
            new Column("median_tage", "Tage von der Buchung bis zum Termin, Median"),
            new Column("p90_tage", "neun von zehn Terminen lagen höchstens so viele Tage nach der Buchung"),
            new Column("anteil_unter_14_tagen", "Anteil der Termine in weniger als zwei Wochen, 0 bis 1"),
            new Column("anteil_unter_28_tagen", "Anteil der Termine in weniger als vier Wochen, 0 bis 1"));

    /** Returns the columns of a file, in their order. */
    public static List<Column> of(Figures figures) {
        return Stream.concat(
                        FIRST.stream(),
                        switch (figures) {
                            case RATINGS -> OF_RATINGS.stream();
                            case WAITS -> OF_WAITS.stream();
                            case LEADS -> OF_LEADS.stream();
                        })
                .toList();
    }
}
