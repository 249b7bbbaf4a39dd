package de.visitenkarte.api.console;

import de.visitenkarte.api.problem.Problem;

/** What people see instead of a page. */
final class ErrorPage {

    private ErrorPage() {}

    /**
     * What the template shows.
     *
     * @param reference by which the log is searched; only for errors on our side
     */
    record Content(String explanation, String reference) {}

    static ConsolePage of(Problem problem) {
        return ConsolePage.of(
                "error",
                title(problem.status()),
                new Content(explanation(problem.status()), problem.status() >= 500 ? problem.instance() : ""));
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "Das ist hier nicht möglich";
            case 404 -> "Diese Seite gibt es nicht";
            case 429 -> "Bitte warten Sie einen Moment";
            case 503 -> "Zurzeit nicht erreichbar";
            default -> status < 500 ? "Das hat nicht geklappt" : "Es ist ein Fehler aufgetreten";
        };
    }

    private static String explanation(int status) {
        return switch (status) {
            case 403 ->
                "Ihre Rolle erlaubt das nicht, oder das Formular gehört zu einer früheren Anmeldung."
                        + " Laden Sie die Seite neu und versuchen Sie es noch einmal.";
            case 404 -> "Vielleicht wurde etwas gelöscht, oder die Adresse ist nicht vollständig.";
            case 429 -> "Es gab zu viele Versuche in kurzer Zeit.";
            case 503 ->
                "Bitte versuchen Sie es in einigen Sekunden noch einmal. Ihre Eingaben wurden nicht gespeichert.";
            default ->
                status < 500
                        ? "Der Server konnte mit der Anfrage nichts anfangen. Es wurde nichts gespeichert."
                        : "Es liegt nicht an Ihnen. Bitte nennen Sie dem Betrieb die Fehlernummer.";
        };
    }
}
