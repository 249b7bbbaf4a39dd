package de.visitenkarte.api.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the log once a day, and writes its mark to the program's log: another place than the database. */
public final class AuditWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);
    private static final Duration PERIOD = Duration.ofDays(1);

    private final AuditChain chain;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private AuditMark lastHead = AuditMark.START;
    private volatile double untrusted = Double.NaN;
    private volatile @Nullable Check last;

    public AuditWatch(AuditChain chain, Clock clock, MeterRegistry meters) {
        this.chain = chain;
        this.clock = clock;
        Gauge.builder("audit.chain.broken", () -> untrusted)
                .description(
                        "Entries of the audit log from the first one that was changed or taken away: 0 while all is well")
                .baseUnit("entries")
                .register(meters);
    }

    /** What was found, and when. */
    public record Check(Instant at, AuditChain.Finding finding) {}

    /** Returns what was found when it last looked; empty if it has not yet since the start. */
    public Optional<Check> last() {
        return Optional.ofNullable(last);
    }

    /** Verifies if it is time to. */
    public void run() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        AuditChain.Finding finding = chain.verify(lastHead);
        untrusted = finding.untrusted();
        last = new Check(now, finding);
        if (finding.fault() == null) {
            LOG.info("The audit log holds: {} entries, head {}", finding.entries(), finding.head());
            lastHead = finding.head();
        } else {
            LOG.error("The audit log is not what was written: {}", finding.fault());
        }
        next = now.plus(PERIOD);
    }
}
