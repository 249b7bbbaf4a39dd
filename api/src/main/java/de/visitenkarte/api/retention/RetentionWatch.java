package de.visitenkarte.api.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every rule carried out once a day, by whichever instance comes first. */
public final class RetentionWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionWatch.class);
    private static final Duration PERIOD = Duration.ofDays(1);
    private static final Duration OVERDUE = Duration.ofDays(2);
    private static final String ACTOR = "system";

    private final RetentionJob job;
    private final Clock clock;
    private final Counter deleted;
    private volatile double overdue = Double.NaN;

    public RetentionWatch(RetentionJob job, Clock clock, MeterRegistry meters) {
        this.job = job;
        this.clock = clock;
        this.deleted = Counter.builder("retention.deleted")
                .description("Rows deleted because they were old enough")
                .baseUnit("rows")
                .register(meters);
        Gauge.builder("retention.overdue", () -> overdue)
                .description("Rules of retention that were not carried out for two days: 0 while all is well")
                .baseUnit("rules")
                .register(meters);
    }

    /** Carries out what has not been for a day. */
    public void run() throws InterruptedException {
        Instant now = clock.instant();
        overdue = job.dueSince(now.minus(OVERDUE)).size();
        job.runDue(ACTOR, now.minus(PERIOD)).ifPresent(outcomes -> {
            long rows = outcomes.stream().mapToLong(RetentionJob.Outcome::rows).sum();
            deleted.increment((double) rows);
            if (rows > 0) {
                LOG.info("Deleted {} rows that were old enough", rows);
            }
        });
        overdue = job.dueSince(clock.instant().minus(OVERDUE)).size();
    }
}
