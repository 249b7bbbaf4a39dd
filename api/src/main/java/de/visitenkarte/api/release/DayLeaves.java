package de.visitenkarte.api.release;

import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.WaitBins;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The finest figures of an office on a day, from which all above follow. Knows scopes and periods of its day once: to find
 * out where local days begin costs more than to add.
 */
final class DayLeaves {

    private static final String ALL_VISITS = "all";
    private static final String WITH_APPOINTMENT = "with";
    private static final String WITHOUT_APPOINTMENT = "without";

    private static final int FACES = 5;

    private final ChangedDay day;
    private final ZoneId zone;
    private final List<Scope> scopes;
    private final List<Period> periods;
    private final Map<String, Integer> highestValues;
    private final Numbers leaves = new Numbers();

    /** @param highestValues of the answers to each question */
    DayLeaves(ChangedDay day, Map<String, Integer> highestValues) {
        this.day = day;
        this.zone = day.zone();
        this.scopes = day.scopes();
        this.periods = Period.of(day.day(), zone);
        this.highestValues = highestValues;
    }

    void add(ReleaseDao.RatingSum sum) {
        int length = highestValues.getOrDefault(sum.questionId(), FACES);
        leaves.add(key(FigureKey.Kind.RATING, sum.questionId()), Arrays.copyOf(sum.counts(), length));
    }

    void add(ReleaseDao.WaitSum sum) {
        long[] waits = Arrays.copyOf(sum.histogram(), WaitBins.COUNT);
        leaves.add(hourKey(sum.bucketStart()), waits);
        leaves.add(appointmentKey(sum.withAppointment()), waits);
        leaves.add(key(FigureKey.Kind.LEAD, ALL_VISITS), Arrays.copyOf(sum.leadHistogram(), LeadBins.COUNT));
    }

    /** Returns all figures that cells of this day can add to directly. */
    List<FigureKey> keys() {
        List<FigureKey> keys = new ArrayList<>();
        highestValues.keySet().forEach(question -> keys.add(key(FigureKey.Kind.RATING, question)));
        keys.add(appointmentKey(true));
        keys.add(appointmentKey(false));
        keys.add(key(FigureKey.Kind.LEAD, ALL_VISITS));
        Instant end = day.endsAt();
        for (Instant hour = day.startsAt(); hour.isBefore(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
            keys.add(hourKey(hour));
        }
        return keys;
    }

    /**
     * Adds what is new to every figure above.
     *
     * @param known what was known before, by the ids of {@link #keys()}
     */
    void spread(Map<String, long[]> known, Numbers differences) {
        for (FigureKey key : keys()) {
            long[] numbers = known.get(key.id());
            if (numbers != null) {
                leaves.subtract(key, numbers);
            }
        }
        leaves.nonZero().forEach((leaf, change) -> spread(leaf, change, differences));
    }

    private void spread(FigureKey leaf, long[] change, Numbers differences) {
        for (Scope scope : scopes) {
            for (Period period : periods) {
                differences.add(new FigureKey(leaf.kind(), scope, period, leaf.subject()), change);
            }
            boolean isGroup = scope.kind() == Scope.Kind.PILOTS || scope.kind() == Scope.Kind.COMPARISON;
            if (leaf.period().kind() == Period.Kind.HOUR && !isGroup) {
                differences.add(new FigureKey(FigureKey.Kind.WAIT, scope, leaf.period(), leaf.subject()), change);
            }
        }
    }

    /** Hours are too short for a breakdown: with and without appointment begins with the day. */
    private FigureKey appointmentKey(boolean withAppointment) {
        return key(FigureKey.Kind.WAIT, withAppointment ? WITH_APPOINTMENT : WITHOUT_APPOINTMENT);
    }

    private FigureKey hourKey(Instant instant) {
        return new FigureKey(FigureKey.Kind.WAIT, scopes.get(0), Period.hourOf(instant, zone), ALL_VISITS);
    }

    private FigureKey key(FigureKey.Kind kind, String subject) {
        return new FigureKey(kind, scopes.get(0), periods.get(0), subject);
    }
}
