package de.visitenkarte.api.feed;

import de.visitenkarte.api.feed.FeedDao.OfficeFeed;
import de.visitenkarte.api.feed.FeedDao.OfficeState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks at the feeds of all offices and writes down how they are. Every instance does; they come to the same result.
 * Silence is nothing that a restart of this application would mend, so it is a state and a metric, not a health check.
 */
public final class FeedWatch {

    private final FeedDao dao;
    private final Duration patience;
    private final Clock clock;
    private final AtomicLong silent = new AtomicLong();

    /** @param patience so much opening time of an office may pass without a visit */
    public FeedWatch(FeedDao dao, Duration patience, Clock clock, MeterRegistry meters) {
        this.dao = dao;
        this.patience = patience;
        this.clock = clock;
        Gauge.builder("feed.silent", silent, AtomicLong::doubleValue)
                .description("Offices whose queue system has reported nothing for too long while they were open")
                .baseUnit("offices")
                .register(meters);
    }

    /** Looks once. */
    public void run() {
        Instant now = clock.instant();
        List<OfficeState> states =
                dao.listFeeds().stream().map(feed -> stateOf(feed, now)).toList();
        dao.upsertStates(states);
        silent.set(states.stream()
                .filter(state -> state.state().equals(FeedState.SILENT.label()))
                .count());
    }

    private OfficeState stateOf(OfficeFeed feed, Instant now) {
        FeedState state = FeedState.of(feed, patience, now);
        return new OfficeState(
                feed.officeId(), state.label(), state == FeedState.SILENT ? feed.lastVisitUntil() : null, now);
    }
}
