package de.visitenkarte.api.console;

import de.visitenkarte.api.device.Alarm;
import de.visitenkarte.api.device.Tablet;
import org.jspecify.annotations.Nullable;

/** What is to say about a tablet, in German: what is wrong, and what to do about it. */
final class TabletTexts {

    private TabletTexts() {}

    static String of(Alarm alarm) {
        return switch (alarm) {
            case SILENT ->
                "Es meldet sich nicht, obwohl geöffnet ist. Prüfen Sie, ob es eingeschaltet ist, Strom hat und mit dem Netz verbunden ist.";
            case VISITS_WITHOUT_RATINGS ->
                "Heute war viel Betrieb, aber von diesem Tablet kam keine Bewertung. Prüfen Sie, ob es die Frage zeigt und gut zu sehen ist.";
            case OLD_QUEUE ->
                "Bewertungen warten hier seit mehr als einem Tag. Prüfen Sie die Netzverbindung, und löschen Sie keine Browserdaten: Sonst gehen sie verloren.";
            case CLOCK_WRONG ->
                "Die Uhr geht um mehr als fünf Minuten falsch. Stellen Sie auf dem Tablet Datum und Uhrzeit auf automatisch.";
            case STORAGE_NOT_PERSISTED ->
                "Der Browser könnte wartende Bewertungen löschen, wenn der Platz knapp wird. Legen Sie die Seite als App auf den Startbildschirm, und öffnen Sie sie von dort.";
            case BATTERY_LOW -> "Der Akku ist unter 20\u202f% und lädt nicht. Schließen Sie das Netzteil an.";
        };
    }

    /** Returns what waits on it. */
    static String queue(Tablet.Report report) {
        if (report.queueUpTo() == 0) {
            return "nichts";
        }
        String many = "bis zu " + report.queueUpTo() + " Bewertungen";
        int hours = report.oldestRatingHours();
        if (hours == 0) {
            return many;
        }
        return many + ", die älteste seit " + (hours < 48 ? hours + " Std." : hours / 24 + " Tagen");
    }

    /** Returns how the battery is; null if the platform does not tell. */
    static @Nullable String battery(Tablet.Report report) {
        if (report.batteryPercent() == null) {
            return null;
        }
        return report.batteryPercent() + "\u202f%" + (Boolean.TRUE.equals(report.charging()) ? ", lädt" : "");
    }
}
