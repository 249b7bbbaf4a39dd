package de.visitenkarte.api.accounting;

import de.visitenkarte.api.accounting.AccountingDao.Gap;
import de.visitenkarte.api.accounting.AccountingDao.OfficeBooks;
import de.visitenkarte.api.accounting.AccountingDao.Records;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The continuous check: draws a statement every few seconds, and shows it as metrics and to the operators' page. */
public final class Accounting {

    private static final int GAPS_SHOWN = 100;

    /** What is older says nothing any more: better no number than one that was right once. */
    private static final Duration VALIDITY = Duration.ofSeconds(60);

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
        Gauge.builder("accounting.off", () -> valid(Statement::off))
                .description(
                        "Accepted less counted and quarantined, counted less in the cells, and booked beyond acknowledged: 0 while all is well")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("accounting.unread", () -> valid(Statement::unread))
                .description("Acknowledged records that are not in the books yet")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("accounting.quarantined", () -> valid(Statement::quarantined))
                .description("Records in quarantine")
                .baseUnit("records")
                .register(meters);
        Gauge.builder("accounting.missing", () -> valid(Statement::missing))
                .description("Ratings and visits that a source numbered and has not delivered so far")
                .baseUnit("events")
                .register(meters);
    }

    /** Draws a new statement. */
    public void run() throws Exception {
        List<OfficeBooks> offices = dao.listOffices();
        List<Records> booked = dao.listRecords();
        // Acknowledged last: ends of topics only grow, so the books never hold more than this unless they hold it
        // twice.
        Map<SourcePartition, Long> acknowledged = topics.countRecords();
        Instant now = clock.instant();
        cells.look(offices, dao, now);
        List<AuthorityBooks> authorities = authorities(offices);
        long[] unbooked = unbooked(acknowledged, booked);
        statement = new Statement(
                now,
                authorities,
                dao.listGaps(GAPS_SHOWN),
                Arrays.stream(unbooked).filter(number -> number > 0).sum(),
                -Arrays.stream(unbooked).filter(number -> number < 0).sum(),
                dao.isSimulated());
        off.register(
                authorities.stream()
                        .map(books -> MultiGauge.Row.of(
                                Tags.of("authority", books.authorityId(), "kind", books.kind()),
                                () -> valid(any -> books.off())))
                        .toList(),
                true);
    }

    /** Returns whether the latest statement is so young that it still says something. */
    boolean isValid() {
        return isValid(statement);
    }

    /** Returns the latest statement. */
    Statement statement() {
        return statement;
    }

    /**
     * A statement: at one moment.
     *
     * @param unread records that were acknowledged and are not in the books yet
     * @param overbooked records in the books beyond what was ever acknowledged: booked twice
     */
    record Statement(
            Instant at,
            List<AuthorityBooks> authorities,
            List<Gap> gaps,
            long unread,
            long overbooked,
            boolean simulated) {

        static final Statement NONE = new Statement(Instant.EPOCH, List.of(), List.of(), 0, 0, false);

        long off() {
            return authorities.stream().mapToLong(AuthorityBooks::off).sum() + overbooked;
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

    /** Acknowledged less booked, of each partition. */
    private static long[] unbooked(Map<SourcePartition, Long> acknowledged, List<Records> booked) {
        Map<SourcePartition, Long> inBooks = booked.stream()
                .collect(
                        Collectors.toMap(each -> new SourcePartition(each.kind(), each.partition()), Records::records));
        return acknowledged.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - inBooks.getOrDefault(entry.getKey(), 0L))
                .toArray();
    }

    /** Returns a number of the latest statement, or none if that is too old. */
    private double valid(ToLongFunction<Statement> number) {
        Statement latest = statement;
        return isValid(latest) ? number.applyAsLong(latest) : Double.NaN;
    }

    private boolean isValid(Statement latest) {
        return !latest.at().isBefore(clock.instant().minus(VALIDITY));
    }
}
