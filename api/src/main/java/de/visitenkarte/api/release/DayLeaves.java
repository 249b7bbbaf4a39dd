package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Grid;
import de.visitenkarte.api.gate.Period;
import de.visitenkarte.api.gate.Sums;
import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.WaitBins;
import java.util.Arrays;
import java.util.Map;

/** What the cells say of a local day of an office, leaf by leaf. */
final class DayLeaves {

    static final String ALL_VISITS = "all";
    private static final String WITH_APPOINTMENT = "with";
    private static final String WITHOUT_APPOINTMENT = "without";

    private static final int FACES = 5;

    private final String officeId;
    private final Grid grid;
    private final Period day;
    private final Map<String, Integer> highestValues;
    private final Sums<Leaf> counted = new Sums<>();

    /** @param highestValues of the answers to each question */
    DayLeaves(ChangedDay changed, Grid grid, Map<String, Integer> highestValues) {
        this.officeId = changed.officeId();
        this.grid = grid;
        this.day = grid.day(changed.day());
        this.highestValues = highestValues;
    }

    void add(LeafDao.RatingSum sum) {
        int length = highestValues.getOrDefault(sum.questionId(), FACES);
        add(FigureKey.Kind.RATING, sum.questionId(), day, Arrays.copyOf(sum.counts(), length));
    }

    void add(LeafDao.WaitSum sum) {
        String appointment = sum.withAppointment() ? WITH_APPOINTMENT : WITHOUT_APPOINTMENT;
        Period hour = Period.hourOf(sum.bucketStart(), grid.zone());
        add(FigureKey.Kind.WAIT, appointment, hour, Arrays.copyOf(sum.histogram(), WaitBins.COUNT));
        long[] leads = Arrays.copyOf(sum.leadHistogram(), LeadBins.COUNT);
        if (Arrays.stream(leads).anyMatch(number -> number != 0)) {
            add(FigureKey.Kind.LEAD, ALL_VISITS, day, leads);
        }
    }

    /** What was counted before and is in no cell any more counts as zero. */
    void addNothing(LeafDao.LeafRow known) {
        counted.add(known.leaf(grid), new long[0]);
    }

    Map<Leaf, long[]> counted() {
        return counted.byKey();
    }

    private void add(FigureKey.Kind measure, String subject, Period leaf, long[] numbers) {
        counted.add(new Leaf(new Series(measure, officeId, subject), leaf), numbers);
    }
}
