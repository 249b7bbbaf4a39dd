package de.visitenkarte.api.device;

import de.visitenkarte.api.calendar.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a tablet: a pure function of what is known about it. */
final class Alarms {

    /** Three reports in a row are missing. */
    static final Duration SILENCE = Duration.ofMinutes(15);

    /**
     * So many visits of an office for each of its tablets. If one visitor in nine rates (Frankfurt am Main, 2021), one tablet
     * in 340 gets nothing out of 50 visits by chance; if one in twenty does, one in 13.
     */
    static final int VISITS_PER_TABLET = 50;

    static final Duration OLD_RATING = Duration.ofHours(24);
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    static final int LOW_BATTERY_PERCENT = 20;

    private Alarms() {}

    /**
     * Returns what is wrong now; nothing for a tablet that is revoked.
     *
     * @param visitsToday of the whole office
     */
    static Set<Alarm> of(TabletRow tablet, long visitsToday, Instant now) {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        if (tablet.revokedAt() != null) {
            return alarms;
        }
        if (isSilent(tablet, now)) {
            alarms.add(Alarm.SILENT);
        }
        if (isUnused(tablet, visitsToday, now)) {
            alarms.add(Alarm.VISITS_WITHOUT_RATINGS);
        }
        Tablet.Report report = tablet.report();
        if (report != null) {
            addReported(report, alarms);
        }
        return alarms;
    }

    private static void addReported(Tablet.Report report, Set<Alarm> alarms) {
        if (report.oldestRatingHours() >= OLD_RATING.toHours()) {
            alarms.add(Alarm.OLD_QUEUE);
        }
        if (Math.abs(report.clockOffsetSeconds()) > CLOCK_TOLERANCE.toSeconds()) {
            alarms.add(Alarm.CLOCK_WRONG);
        }
        if (Boolean.FALSE.equals(report.storagePersisted())) {
            alarms.add(Alarm.STORAGE_NOT_PERSISTED);
        }
        Integer battery = report.batteryPercent();
        if (battery != null && battery < LOW_BATTERY_PERCENT && Boolean.FALSE.equals(report.charging())) {
            alarms.add(Alarm.BATTERY_LOW);
        }
    }

    /** A tablet from a registry file that has never reported is none that reports. */
    private static boolean isSilent(TabletRow tablet, Instant now) {
        Instant heardAt = latest(tablet.heardAt(), tablet.pairedAt());
        return heardAt != null
                && OpeningHours.ofText(tablet.openingHours())
                                .openBetween(heardAt, now, ZoneId.of(tablet.timeZone()), SILENCE.plusMillis(1))
                                .compareTo(SILENCE)
                        > 0;
    }

    /** One of which nothing was ever heard has not been set up yet; one that was paired today did not stand there all day. */
    private static boolean isUnused(TabletRow tablet, long visitsToday, Instant now) {
        ZoneId zone = ZoneId.of(tablet.timeZone());
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        boolean stoodAllDay = tablet.pairedAt() == null
                ? tablet.heardAt() != null || tablet.ratedOn() != null
                : tablet.pairedAt().isBefore(midnight);
        boolean rated = now.atZone(zone).toLocalDate().equals(tablet.ratedOn());
        return stoodAllDay && !rated && visitsToday >= (long) VISITS_PER_TABLET * tablet.tabletsInOffice();
    }

    private static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
