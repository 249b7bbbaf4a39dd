package de.visitenkarte.standalone.demo;

import de.visitenkarte.standalone.demo.ApiClient.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the API everything whose time has come: writes it to the ledger, sends it, remembers how far it got.
 *
 * <p>A crash between these steps is harmless: the same events are sent again under the same numbers with the same bodies.
 */
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int SENDERS = 4;
    /** Days sent before the progress is remembered: enough to fill batches, few enough to hold in memory. */
    private static final int DAYS_AT_ONCE = 15;

    private final Timeline timeline;
    private final Installation installation;
    private final Tokens tokens;
    private final LedgerWriter ledger;
    private final ExecutorService senders;
    private final AtomicLong unexpectedVerdicts = new AtomicLong();

    private Instant sentThrough;

    Courier(Timeline timeline, Installation installation, Tokens tokens, LedgerWriter ledger) {
        this.timeline = timeline;
        this.installation = installation;
        this.tokens = tokens;
        this.ledger = ledger;
        this.sentThrough = installation.sentThrough();
        AtomicInteger count = new AtomicInteger();
        this.senders = Executors.newFixedThreadPool(SENDERS, task -> {
            Thread thread = new Thread(task, "demo-sender-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    synchronized Instant sentThrough() {
        return sentThrough;
    }

    /** Returns how many events the API did not want although it had no reason. */
    long unexpectedVerdicts() {
        return unexpectedVerdicts.get();
    }

    /**
     * Sends everything not yet sent up to an instant and returns when the API has it. Does nothing if there is nothing new.
     *
     * @param sent is told the number of events of each batch that arrived, by one thread at a time
     * @throws ApiClient.RefusedException if the API refuses a batch for good; what was not remembered is sent again next time
     */
    synchronized void sendThrough(Instant upTo, ApiClient api, IntConsumer sent) throws InterruptedException {
        while (sentThrough.isBefore(upTo)) {
            LocalDate first = sentThrough.atZone(Office.ZONE).toLocalDate();
            Instant nextStop =
                    first.plusDays(DAYS_AT_ONCE).atStartOfDay(Office.ZONE).toInstant();
            Window window = new Window(sentThrough, nextStop.isBefore(upTo) ? nextStop : upTo);
            List<OfficeDay> days = new ArrayList<>();
            LocalDate last = window.upTo().atZone(Office.ZONE).toLocalDate();
            for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
                days.addAll(timeline.day(date));
            }
            if (window.count(days) > 0) {
                ledger.write(days, window);
                send(days, window, api, sent);
                installation.rememberSentThrough(window.upTo());
            }
            sentThrough = window.upTo();
        }
    }

    private void send(List<OfficeDay> days, Window window, ApiClient api, IntConsumer sent)
            throws InterruptedException {
        List<Callable<Void>> rounds = new ArrayList<>();
        for (List<Batch> batches : Batches.byAuthority(days, window).values()) {
            rounds.add(() -> {
                for (Batch batch : batches) {
                    check(batch, api.send(batch, token(batch)));
                    synchronized (sent) {
                        sent.accept(batch.size());
                    }
                }
                return null;
            });
        }
        for (Future<Void> round : senders.invokeAll(rounds)) {
            try {
                round.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    private String token(Batch batch) {
        return switch (batch.kind()) {
            case RATINGS -> tokens.device(batch.sender());
            case VISITS -> tokens.integration(batch.sender());
        };
    }

    private void check(Batch batch, List<Verdict> verdicts) {
        long unexpected = Math.abs(batch.size() - verdicts.size());
        String example = "number of verdicts differs";
        for (int i = 0; i < Math.min(batch.size(), verdicts.size()); i++) {
            Verdict verdict = verdicts.get(i);
            if (!verdict.has() || verdict.sequenceNumber() != batch.firstNumber() + i) {
                unexpected++;
                example = verdict.toString();
            }
        }
        if (unexpected > 0) {
            unexpectedVerdicts.addAndGet(unexpected);
            LOG.error(
                    "{} of {} {} from {} were not taken: {}",
                    unexpected,
                    batch.size(),
                    batch.kind(),
                    batch.sender(),
                    example);
        }
    }

    /** Stops sending; what was under way is sent again next time. */
    @Override
    public void close() {
        senders.shutdownNow();
    }
}
