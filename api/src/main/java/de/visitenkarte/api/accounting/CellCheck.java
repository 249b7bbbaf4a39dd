package de.visitenkarte.api.accounting;

import de.visitenkarte.api.accounting.AccountingDao.OfficeBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the books of offices with the sum of their cells. Only of offices whose books have been quiet for a while: books
 * and cells travel apart and agree when both have arrived. A difference counts when it is seen twice with the same books.
 * Looks at a few offices at a time, so that its cost does not grow with their number.
 */
final class CellCheck {

    /** Longer than books and cells need to PostgreSQL, with a wide margin. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final int OFFICES_AT_ONCE = 20;

    private final Map<String, Look> looks = new HashMap<>();

    /**
     * What was seen of an office.
     *
     * @param changedAt state of the books
     * @param off counted in the books and not in the cells
     * @param certain whether it was seen twice
     */
    private record Look(Instant changedAt, long off, boolean certain) {}

    /** Looks at the offices that changed since they were last looked at. */
    void look(List<OfficeBooks> offices, AccountingDao dao, Instant now) {
        offices.stream()
                .filter(office -> !office.officeId().isEmpty())
                .filter(office -> office.changedAt().isBefore(now.minus(QUIET)))
                .filter(office -> !isSettled(office))
                .limit(OFFICES_AT_ONCE)
                .forEach(office -> look(office, dao));
    }

    /** Returns by how much an office's cells are off; 0 while that is not certain. */
    long off(OfficeBooks office) {
        Look look = looks.get(key(office));
        return look != null && look.certain() ? look.off() : 0;
    }

    private boolean isSettled(OfficeBooks office) {
        Look last = looks.get(key(office));
        return last != null && last.changedAt().equals(office.changedAt()) && last.certain() && last.off() == 0;
    }

    private void look(OfficeBooks office, AccountingDao dao) {
        long inCells =
                office.kind().equals("rating") ? dao.sumRatings(office.officeId()) : dao.sumVisits(office.officeId());
        long off = office.counted() - inCells;
        Look last = looks.get(key(office));
        boolean again = last != null && last.changedAt().equals(office.changedAt()) && last.off() == off;
        looks.put(key(office), new Look(office.changedAt(), off, off == 0 || again));
    }

    private static String key(OfficeBooks office) {
        return office.kind() + "/" + office.officeId();
    }
}
