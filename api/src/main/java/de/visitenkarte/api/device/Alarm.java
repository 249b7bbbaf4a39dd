package de.visitenkarte.api.device;

import java.util.Locale;

/** What can be wrong with a tablet. A closed set: its codes are in the database and in metrics. */
public enum Alarm {

    /** Has not reported for more than 15 minutes of opening time. */
    SILENT,
    /** Its office had enough visits today that some should have been rated, and nothing came from it. */
    VISITS_WITHOUT_RATINGS,
    /** A rating waits on it for more than a day. */
    OLD_QUEUE,
    /** Its clock is more than five minutes wrong. */
    CLOCK_WRONG,
    /** Its browser may throw the queue away when space runs short. */
    STORAGE_NOT_PERSISTED,
    /** Its battery is below 20 % and not being charged. */
    BATTERY_LOW;

    /** Returns the name in the database and in metrics, e.g. {@code old-queue}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
