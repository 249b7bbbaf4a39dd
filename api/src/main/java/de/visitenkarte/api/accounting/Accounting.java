package de.visitenkarte.api.accounting;

import de.visitenkarte.api.accounting.AccountingDao.Gap;
import de.visitenkarte.api.accounting.AccountingDao.OfficeBooks;
import de.visitenkarte.api.accounting.AccountingDao.Records;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The continuous check: draws a statement every few seconds, and shows it as metrics and to the operators' page. */
public final class Accounting {

    private static final int GAPS_SHOWN = 100;

    private final AccountingDao dao;
    private final AcknowledgedRecords topics;
    private final Clock clock;
    private final CellCheck cells = new CellCheck();
    private final MultiGauge off;
    private volatile Statement statement = Statement.NONE;

    /** @param topics tells how many records the broker has acknowledged */
    public Accounting(AccountingDao dao, AcknowledgedRecords topics, Clock clock, MeterRegistry meters) {
        this.dao = dao;
        this.topics = topics;
        this.clock = clock;
        this.off = MultiGauge.builder("accounting.authority.off")
                .description("What is off in the books and cells of one authority")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("accounting.off", () -> statement.off())
                .description(
                        "Accepted less counted and quarantined, and counted less in the cells: 0 while all is well")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("accounting.unread", () -> statement.unread())
                .description("Acknowledged records that are not in the books yet")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("accounting.quarantined", () -> statement.quarantined())
                .description("Records in quarantine")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("accounting.missing", () -> statement.missing())
                .description("Ratings and visits that a source numbered and has not delivered so far")
                .baseUnit("events")
                .register(meters);
    }

    /** Draws a new statement; returns false, since then there is nothing more to do for the moment. */
    public boolean run() throws Exception {
        // Acknowledged first: what arrives meanwhile makes the books larger, never smaller than this.
        Map<SourcePartition, Long> acknowledged = topics.countRecords();
        List<OfficeBooks> offices = dao.listOffices();
        List<Records> booked = dao.listRecords();
        Instant now = clock.instant();
        cells.look(offices, dao, now);
        List<AuthorityBooks> authorities = authorities(offices);
        statement = new Statement(
                now, authorities, dao.listGaps(GAPS_SHOWN), unread(acknowledged, booked), dao.isSimulated());
        off.register(
                authorities.stream()
                        .map(books -> MultiGauge.Row.of(
                                Tags.of("authority", books.authorityId(), "kind", books.kind()), books.off()))
                        .toList(),
                true);
        return false;
    }

    /** Returns the latest statement. */
    Statement statement() {
        return statement;
    }

    /** A statement: at one moment. */
    record Statement(Instant at, List<AuthorityBooks> authorities, List<Gap> gaps, long unread, boolean simulated) {

        static final Statement NONE = new Statement(Instant.EPOCH, List.of(), List.of(), 0, false);

        long off() {
            return authorities.stream().mapToLong(AuthorityBooks::off).sum();
        }

        long quarantined() {
            return authorities.stream().mapToLong(AuthorityBooks::quarantined).sum();
        }

        long missing() {
            return authorities.stream().mapToLong(AuthorityBooks::missing).sum();
        }
    }

    private List<AuthorityBooks> authorities(List<OfficeBooks> offices) {
        Map<String, AuthorityBooks> sums = new TreeMap<>();
        for (OfficeBooks office : offices) {
            AuthorityBooks books = AuthorityBooks.of(office, cells.off(office));
            sums.merge(books.authorityId() + "/" + books.kind(), books, AuthorityBooks::plus);
        }
        return List.copyOf(sums.values());
    }

    private static long unread(Map<SourcePartition, Long> acknowledged, List<Records> booked) {
        Map<SourcePartition, Long> inBooks = booked.stream()
                .collect(
                        Collectors.toMap(each -> new SourcePartition(each.kind(), each.partition()), Records::records));
        return acknowledged.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - inBooks.getOrDefault(entry.getKey(), 0L))
                .filter(difference -> difference > 0)
                .sum();
    }
}
