package de.visitenkarte.streams.pace;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Does something once per period, a period after it was first asked for. While nobody asks nothing runs: Kafka Streams
 * commits after every punctuation, and one that is always scheduled makes an idle instance commit for ever.
 */
public final class OncePerPeriod {

    private final ProcessingContext context;
    private final Duration period;
    private final Runnable action;
    private @Nullable Cancellable scheduled;

    /** @param context of the processor that asks; make a new one whenever that is initialised */
    public OncePerPeriod(ProcessingContext context, Duration period, Runnable action) {
        this.context = context;
        this.period = period;
        this.action = action;
    }

    /** Asks; asking again before it was done changes nothing. */
    public void request() {
        if (scheduled == null) {
            scheduled = context.schedule(period, PunctuationType.WALL_CLOCK_TIME, now -> run());
        }
    }

    /** Forgets what was asked. */
    public void cancel() {
        if (scheduled != null) {
            scheduled.cancel();
            scheduled = null;
        }
    }

    private void run() {
        cancel();
        action.run();
    }
}
