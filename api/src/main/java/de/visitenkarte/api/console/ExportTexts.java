package de.visitenkarte.api.console;

import de.visitenkarte.api.export.CsvForm;
import de.visitenkarte.api.export.Figures;
import de.visitenkarte.api.gate.Period;

/** What can be exported, in German. */
final class ExportTexts {

    private ExportTexts() {}

    static String of(Figures figures) {
        return switch (figures) {
            case RATINGS -> "Bewertungen";
            case WAITS -> "Wartezeiten";
            case LEADS -> "Vorlauf bis zum Termin";
        };
    }

    static String of(Period.Kind kind) {
        return switch (kind) {
            case HOUR -> "Stunden";
            case DAY -> "Tage";
            case WEEK_OF_MONTH -> "Wochen eines Monats";
            case WEEK -> "Wochen";
            case MONTH -> "Monate";
            case QUARTER -> "Quartale";
        };
    }

    static String of(CsvForm form) {
        return switch (form) {
            case EXCEL -> "für Excel (Semikolon, Dezimalkomma)";
            case PLAIN -> "für Statistikprogramme (Komma, Dezimalpunkt)";
        };
    }

    /** Returns what a question is about; its id if it is a new one. */
    static String ofQuestion(String id) {
        return switch (id) {
            case "overall" -> "Gesamteindruck";
            case "waiting" -> "Wartezeit";
            case "friendly" -> "Freundlichkeit";
            case "respect" -> "Respekt";
            case "clarity" -> "Verständlichkeit";
            case "language" -> "Sprache";
            case "done" -> "Anliegen erledigt";
            case "nextSteps" -> "Nächste Schritte";
            case "welcome" -> "Willkommen";
            default -> id;
        };
    }
}
