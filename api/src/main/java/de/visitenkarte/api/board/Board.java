package de.visitenkarte.api.board;

import de.visitenkarte.api.board.BoardDao.AppointmentRow;
import de.visitenkarte.api.board.BoardDao.AuthorityRow;
import de.visitenkarte.api.board.BoardDao.OverviewRow;
import de.visitenkarte.api.board.BoardDao.PeriodRow;
import de.visitenkarte.api.board.BoardView.AppointmentsView;
import de.visitenkarte.api.board.BoardView.AuthorityBoard;
import de.visitenkarte.api.board.BoardView.AuthorityView;
import de.visitenkarte.api.board.BoardView.ComparedAuthority;
import de.visitenkarte.api.board.BoardView.ComparisonBoard;
import de.visitenkarte.api.board.BoardView.DayView;
import de.visitenkarte.api.board.BoardView.DistributionView;
import de.visitenkarte.api.board.BoardView.GroupView;
import de.visitenkarte.api.board.BoardView.HourView;
import de.visitenkarte.api.board.BoardView.PeriodView;
import de.visitenkarte.api.board.BoardView.PolicyView;
import de.visitenkarte.api.board.BoardView.TodayView;
import de.visitenkarte.api.gate.ReleasePolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts released figures together for the pages of the board. */
final class Board {

    private static final int TREND_DAYS = 90;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final BoardDao dao;
    private final Supplier<ReleasePolicy> policy;
    private final Clock clock;

    Board(BoardDao dao, Supplier<ReleasePolicy> policy, Clock clock) {
        this.dao = dao;
        this.policy = policy;
        this.clock = clock;
    }

    BoardView.Authorities authorities(Predicate<String> visible) {
        List<AuthorityRow> rows = dao.listAuthorities().stream()
                .filter(row -> visible.test(row.id()))
                .toList();
        return new BoardView.Authorities(
                anySimulated(rows), rows.stream().map(AuthorityView::of).toList());
    }

    Optional<AuthorityBoard> findAuthority(String id) {
        return dao.findAuthority(id).map(this::authority);
    }

    private AuthorityBoard authority(AuthorityRow row) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(ZONE).toLocalDate();
        List<DayView> trend = dao.listOverview(row.id(), "day", today.minusDays(TREND_DAYS - 1)).stream()
                .map(Board::day)
                .toList();
        return new AuthorityBoard(
                row.simulated(),
                now,
                policy(),
                AuthorityView.of(row),
                today(row.id(), today, now, trend),
                trend,
                distribution(row.id(), today),
                appointments(row.id(), today.with(IsoFields.DAY_OF_QUARTER, 1)),
                dao.listFeeds(row.id()));
    }

    private static DayView day(OverviewRow row) {
        return new DayView(
                row.periodStart(), RatingView.of(row.rating()), WaitView.of(row.waits()), row.participation());
    }

    private TodayView today(String id, LocalDate today, Instant now, List<DayView> trend) {
        DayView day = trend.stream()
                .filter(each -> each.date().equals(today))
                .findFirst()
                .orElse(new DayView(today, RatingView.NONE, WaitView.NONE, null));
        Instant since = today.atStartOfDay(ZONE).toInstant();
        HourView hour = dao.findLatestHour(id, latest(since, now.minus(Duration.ofHours(2))))
                .map(row -> new HourView(row.from(), row.to(), WaitView.of(row.waits())))
                .orElse(null);
        return new TodayView(today, day.rating(), day.waits(), day.participation(), hour);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private DistributionView distribution(String id, LocalDate today) {
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        RatingView rating = dao.listOverview(id, "quarter", quarter).stream()
                .findFirst()
                .map(row -> RatingView.of(row.rating()))
                .orElse(RatingView.NONE);
        return new DistributionView(quarter, quarter.plusMonths(3), rating);
    }

    private AppointmentsView appointments(String id, LocalDate quarter) {
        Map<String, WaitView> waits = dao.listAppointments(id, "quarter", quarter).stream()
                .collect(Collectors.toMap(AppointmentRow::appointment, row -> WaitView.of(row.waits())));
        return new AppointmentsView(
                quarter,
                quarter.plusMonths(3),
                waits.getOrDefault("with", WaitView.NONE),
                waits.getOrDefault("without", WaitView.NONE),
                dao.findLead(id, "quarter", quarter).orElse(LeadView.NONE));
    }

    /**
     * Returns all authorities in one period; without a start the last period that has ended.
     *
     * @param kind {@code month} or {@code quarter}
     * @return empty if there is no such period
     */
    Optional<ComparisonBoard> findComparison(String kind, @Nullable LocalDate start) {
        LocalDate today = clock.instant().atZone(ZONE).toLocalDate();
        List<PeriodRow> periods = dao.listPeriods();
        Optional<PeriodRow> period = start == null
                ? latestEnded(periods, kind, today)
                : periods.stream()
                        .filter(each -> each.kind().equals(kind) && each.start().equals(start))
                        .findFirst();
        if (start == null && period.isEmpty()) {
            boolean quarter = kind.equals("quarter");
            LocalDate first = quarter ? today.with(IsoFields.DAY_OF_QUARTER, 1) : today.withDayOfMonth(1);
            period = Optional.of(new PeriodRow(kind, first, first.plusMonths(quarter ? 3 : 1)));
        }
        return period.map(each -> comparison(each, periods));
    }

    private static Optional<PeriodRow> latestEnded(List<PeriodRow> periods, String kind, LocalDate today) {
        List<PeriodRow> ofKind =
                periods.stream().filter(each -> each.kind().equals(kind)).toList();
        Optional<PeriodRow> ended =
                ofKind.stream().filter(each -> !each.end().isAfter(today)).findFirst();
        return ended.isPresent() ? ended : ofKind.stream().findFirst();
    }

    private ComparisonBoard comparison(PeriodRow period, List<PeriodRow> periods) {
        Map<String, OverviewRow> rows = dao.listPeriod(period.kind(), period.start()).stream()
                .collect(Collectors.toMap(row -> row.scopeKind() + '/' + row.scopeId(), Function.identity()));
        List<AuthorityRow> authorities = dao.listAuthorities();
        return new ComparisonBoard(
                anySimulated(authorities),
                clock.instant(),
                policy(),
                PeriodView.of(period),
                periods.stream().map(PeriodView::of).toList(),
                authorities.stream()
                        .map(authority -> compared(authority, rows.get("authority/" + authority.id())))
                        .toList(),
                group(rows.get("pilots/pilots")),
                group(rows.get("comparison/comparison")));
    }

    private ComparedAuthority compared(AuthorityRow authority, @Nullable OverviewRow row) {
        RatingView rating = row == null ? RatingView.NONE : RatingView.of(row.rating());
        boolean tooFew = rating.answers() != null
                && row != null
                && !Boolean.TRUE.equals(row.rating().comparable());
        return new ComparedAuthority(
                authority.id(),
                authority.name(),
                authority.kind(),
                authority.pilotRole(),
                tooFew ? RatingView.suppressed("too-few-for-comparison") : rating,
                row == null ? WaitView.NONE : WaitView.of(row.waits()),
                row == null ? null : row.participation());
    }

    private static @Nullable GroupView group(@Nullable OverviewRow row) {
        return row == null
                ? null
                : new GroupView(RatingView.of(row.rating()), WaitView.of(row.waits()), row.participation());
    }

    private PolicyView policy() {
        ReleasePolicy now = policy.get();
        return new PolicyView(now.blockSize(), now.shareMinimum(), now.extremesMinimum(), now.comparisonMinimum());
    }

    private static boolean anySimulated(List<AuthorityRow> rows) {
        return rows.stream().anyMatch(AuthorityRow::simulated);
    }
}
