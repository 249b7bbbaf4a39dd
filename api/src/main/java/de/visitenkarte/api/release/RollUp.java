package de.visitenkarte.api.release;

import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.WaitBins;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the private sums up: takes the difference between what the cells of a day say now and what they said before, and
 * adds it to every figure above. Costs as much as what changed.
 */
final class RollUp {

    private static final String ALL_VISITS = "all";
    private static final String WITH_APPOINTMENT = "with";
    private static final String WITHOUT_APPOINTMENT = "without";

    private static final int FACES = 5;

    private final ReleaseDao dao;
    private final Map<String, Integer> highestValues;

    RollUp(ReleaseDao dao) {
        this.dao = dao;
        this.highestValues = dao.mapHighestValues();
    }

    /** Returns the new sums of all figures that change because of these days. */
    Map<FigureKey, long[]> apply(List<ChangedDay> days) {
        Numbers differences = differencesOf(days);
        Map<FigureKey, long[]> changes = differences.nonZero();
        Map<String, long[]> before = dao.mapTotals(ids(changes.keySet().stream().toList()));
        Map<FigureKey, long[]> after = new HashMap<>();
        changes.forEach((key, change) -> after.put(key, sum(before.get(key.id()), change)));
        List<FigureKey> keys = new ArrayList<>(after.keySet());
        dao.upsertTotals(
                keys.stream().map(FigureKey::id).toList(),
                keys.stream().map(after::get).toList());
        return after;
    }

    private Numbers differencesOf(List<ChangedDay> days) {
        Numbers differences = new Numbers();
        for (ChangedDay day : days) {
            Numbers leaves = new Numbers();
            addCells(leaves, day);
            subtractWhatWasKnown(leaves, day);
            leaves.nonZero().forEach((leaf, change) -> spread(differences, day, leaf, change));
        }
        return differences;
    }

    private void addCells(Numbers leaves, ChangedDay day) {
        Scope office = day.scopes().get(0);
        Period wholeDay = Period.of(day.day(), day.zone()).get(0);
        for (ReleaseDao.RatingSum sum : dao.listRatingSums(day.officeId(), day.startsAt(), day.endsAt())) {
            long[] counts = Arrays.copyOf(sum.counts(), highestValues.getOrDefault(sum.questionId(), FACES));
            leaves.add(new FigureKey(FigureKey.Kind.RATING, office, wholeDay, sum.questionId()), counts);
        }
        for (ReleaseDao.WaitSum sum : dao.listWaitSums(day.officeId(), day.startsAt(), day.endsAt())) {
            Period hour = Period.hourOf(sum.bucketStart(), day.zone());
            long[] waits = Arrays.copyOf(sum.histogram(), WaitBins.COUNT);
            leaves.add(new FigureKey(FigureKey.Kind.WAIT, office, hour, ALL_VISITS), waits);
            leaves.add(appointmentKey(office, wholeDay, sum.withAppointment()), waits);
            leaves.add(leadKey(office, wholeDay), Arrays.copyOf(sum.leadHistogram(), LeadBins.COUNT));
        }
    }

    /** Hours are too short for a breakdown: with and without appointment begins with the day. */
    private static FigureKey appointmentKey(Scope office, Period day, boolean withAppointment) {
        return new FigureKey(
                FigureKey.Kind.WAIT, office, day, withAppointment ? WITH_APPOINTMENT : WITHOUT_APPOINTMENT);
    }

    private static FigureKey leadKey(Scope office, Period day) {
        return new FigureKey(FigureKey.Kind.LEAD, office, day, ALL_VISITS);
    }

    private void subtractWhatWasKnown(Numbers leaves, ChangedDay day) {
        List<FigureKey> keys = leavesOf(day);
        Map<String, long[]> known = dao.mapTotals(ids(keys));
        for (FigureKey key : keys) {
            long[] numbers = known.get(key.id());
            if (numbers != null) {
                leaves.subtract(key, numbers);
            }
        }
    }

    private List<FigureKey> leavesOf(ChangedDay day) {
        Scope office = day.scopes().get(0);
        Period wholeDay = Period.of(day.day(), day.zone()).get(0);
        List<FigureKey> keys = new ArrayList<>();
        highestValues
                .keySet()
                .forEach(question -> keys.add(new FigureKey(FigureKey.Kind.RATING, office, wholeDay, question)));
        keys.add(appointmentKey(office, wholeDay, true));
        keys.add(appointmentKey(office, wholeDay, false));
        keys.add(leadKey(office, wholeDay));
        for (Instant hour = day.startsAt(); hour.isBefore(day.endsAt()); hour = hour.plus(1, ChronoUnit.HOURS)) {
            keys.add(new FigureKey(FigureKey.Kind.WAIT, office, Period.hourOf(hour, day.zone()), ALL_VISITS));
        }
        return keys;
    }

    private static void spread(Numbers differences, ChangedDay day, FigureKey leaf, long[] change) {
        for (Scope scope : day.scopes()) {
            for (Period period : Period.of(day.day(), day.zone())) {
                differences.add(new FigureKey(leaf.kind(), scope, period, leaf.subject()), change);
            }
            boolean isGroup = scope.kind() == Scope.Kind.PILOTS || scope.kind() == Scope.Kind.COMPARISON;
            if (leaf.period().kind() == Period.Kind.HOUR && !isGroup) {
                differences.add(new FigureKey(FigureKey.Kind.WAIT, scope, leaf.period(), leaf.subject()), change);
            }
        }
    }

    private static long[] sum(long @Nullable [] before, long[] change) {
        if (before == null) {
            return change;
        }
        long[] sum = Arrays.copyOf(before, Math.max(before.length, change.length));
        for (int i = 0; i < change.length; i++) {
            sum[i] += change[i];
        }
        return sum;
    }

    private static String[] ids(List<FigureKey> keys) {
        return keys.stream().map(FigureKey::id).toArray(String[]::new);
    }
}
