package de.visitenkarte.api.examples;

import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.projection.ProjectionDao;
import de.visitenkarte.events.LeadBins;
import de.visitenkarte.events.WaitBins;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Private cells as the projection leaves them; a cell that is written again replaces what it said. */
public final class Cells {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Jdbi jdbi;

    public Cells(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Writes answers to {@code overall}.
     *
     * @param localTime in Germany, e.g. {@code 2026-11-23T10:15}
     * @param counts how often 1, 2, … was given
     */
    public void ratings(String officeId, String localTime, long... counts) {
        answers(officeId, localTime, "overall", counts);
    }

    /** Writes answers to a question. */
    public void answers(String officeId, String localTime, String questionId, long... counts) {
        Instant bucket = bucket(localTime);
        jdbi.useTransaction(handle -> {
            ProjectionDao dao = handle.attach(ProjectionDao.class);
            dao.upsertRatingCells(
                    new String[] {officeId},
                    new long[] {bucket.getEpochSecond()},
                    new String[] {questionId},
                    new String[] {officeId + "-area"},
                    new int[] {1},
                    new String[] {array(counts)});
            markChanged(dao, officeId, bucket);
        });
    }

    /** Writes visits that waited so many minutes each. */
    public void waits(String officeId, String localTime, boolean withAppointment, int... minutes) {
        visits(officeId, localTime, withAppointment, minutes, new int[0]);
    }

    /** Writes visits with appointment that waited for a minute, and so many days for their appointment. */
    public void leads(String officeId, String localTime, int... days) {
        visits(officeId, localTime, true, Arrays.stream(days).map(any -> 1).toArray(), days);
    }

    private void visits(String officeId, String localTime, boolean withAppointment, int[] minutes, int[] days) {
        Instant bucket = bucket(localTime);
        long[] histogram = new long[WaitBins.COUNT];
        long seconds = 0;
        for (int each : minutes) {
            histogram[WaitBins.binOf(each * 60L)]++;
            seconds += each * 60L;
        }
        long[] sum = {seconds};
        long[] leads = new long[days.length == 0 ? 0 : LeadBins.COUNT];
        Arrays.stream(days).forEach(each -> leads[LeadBins.binOf(each)]++);
        jdbi.useTransaction(handle -> {
            ProjectionDao dao = handle.attach(ProjectionDao.class);
            dao.upsertWaitCells(
                    new String[] {officeId},
                    new long[] {bucket.getEpochSecond()},
                    new String[] {Boolean.toString(withAppointment)},
                    new long[] {minutes.length},
                    sum,
                    new String[] {array(histogram)},
                    new long[] {Arrays.stream(days).sum()},
                    new String[] {array(leads)});
            markChanged(dao, officeId, bucket);
        });
    }

    private static String array(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static void markChanged(ProjectionDao dao, String officeId, Instant bucket) {
        dao.markDaysChanged(new String[] {officeId}, new long[] {bucket.getEpochSecond()});
    }

    private static Instant bucket(String localTime) {
        return Bucket.startOf(LocalDateTime.parse(localTime).atZone(BERLIN).toInstant());
    }
}
