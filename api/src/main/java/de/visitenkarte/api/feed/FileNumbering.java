package de.visitenkarte.api.feed;

import de.visitenkarte.api.feed.NumberingDao.NumberedVisit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Numbers the visits of one office from files, so that the same visit gets the same number whenever and in whatever file it
 * comes again. What makes a visit the same is its content as it is counted; of n visits that are alike each has its own
 * number. New visits get the next numbers without a gap: streams notes 64 consecutive numbers in one place.
 *
 * <p>Numbers are kept before anything is published. Whoever was interrupted imports again and sends the same numbers.
 */
public final class FileNumbering {

    private static final String KIND = "file";

    private final Jdbi jdbi;
    private final String integrationId;
    private final String officeId;

    public FileNumbering(Jdbi jdbi, String integrationId, String officeId) {
        this.jdbi = jdbi;
        this.integrationId = integrationId;
        this.officeId = officeId;
    }

    /**
     * What the numbers are.
     *
     * @param numbers one for each visit, in the order of the hashes
     * @param known how many had a number before
     */
    public record Numbers(List<Long> numbers, int known) {}

    /**
     * Returns the numbers of visits, and keeps those of new ones.
     *
     * @param bodyHashes of the visits, in the order of the file
     * @param keep false only to look
     * @throws IllegalStateException if another feed numbers under the same name
     */
    public Numbers number(List<Long> bodyHashes, boolean keep) {
        return jdbi.inTransaction(handle -> {
            NumberingDao dao = handle.attach(NumberingDao.class);
            if (keep) {
                dao.begin(integrationId, officeId, KIND);
            }
            long last = dao.findLastNumber(integrationId, officeId).orElse(0L);
            refuseForeignNumbers(dao, last);
            return number(dao, bodyHashes, last, keep);
        });
    }

    private void refuseForeignNumbers(NumberingDao dao, long last) {
        boolean foreign = dao.findKind(integrationId, officeId)
                .filter(kind -> !kind.equals(KIND))
                .isPresent();
        if (foreign || dao.highestArrived(integrationId, officeId) > last) {
            throw new IllegalStateException("Another system reports visits of " + officeId + " as " + integrationId
                    + ". Files need an integration of their own in the registry.");
        }
    }

    private Numbers number(NumberingDao dao, List<Long> hashes, long last, boolean keep) {
        Map<String, Long> known = new HashMap<>();
        long[] distinct = hashes.stream().mapToLong(Long::longValue).distinct().toArray();
        for (NumberedVisit visit : dao.listFileVisits(integrationId, officeId, distinct)) {
            known.put(key(visit.bodyHash(), visit.occurrence()), visit.sequenceNumber());
        }
        Map<Long, Integer> occurrences = new HashMap<>();
        List<Long> numbers = new ArrayList<>(hashes.size());
        List<NumberedVisit> fresh = new ArrayList<>();
        for (long hash : hashes) {
            int occurrence = occurrences.merge(hash, 1, Integer::sum);
            Long number = known.get(key(hash, occurrence));
            if (number == null) {
                number = last + fresh.size() + 1;
                fresh.add(new NumberedVisit(hash, occurrence, number));
            }
            numbers.add(number);
        }
        if (keep && !fresh.isEmpty()) {
            keep(dao, fresh, last + fresh.size());
        }
        return new Numbers(numbers, hashes.size() - fresh.size());
    }

    private void keep(NumberingDao dao, List<NumberedVisit> fresh, long last) {
        dao.insertFileVisits(
                integrationId,
                officeId,
                fresh.stream().map(NumberedVisit::bodyHash).toList(),
                fresh.stream().map(NumberedVisit::occurrence).toList(),
                fresh.stream().map(NumberedVisit::sequenceNumber).toList());
        dao.moveTo(integrationId, officeId, last);
    }

    private static String key(long hash, int occurrence) {
        return hash + "/" + occurrence;
    }
}
