package de.visitenkarte.api.zms;

import de.visitenkarte.api.feed.NumberingDao;
import de.visitenkarte.api.intake.Assessment;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.problem.UnavailableException;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.visit.VisitAssessment;
import de.visitenkarte.api.zms.QueueMemory.Served;
import de.visitenkarte.api.zms.ZmsDao.OutgoingVisit;
import de.visitenkarte.api.zms.ZmsFault.Kind;
import de.visitenkarte.events.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the queues of ZMS in turn. A visit gets its number, and the time of the look is noted, in one transaction; then
 * it is sent from the outbox until the broker has it. So a visit that was noticed is never lost and never counted twice.
 * What a restart can lose stands in docs/handbuch/aufrufsysteme.md.
 *
 * <p>Of several instances one reads a scope; another takes over when it has not been heard of for three intervals
 * and the longest pause.
 */
public final class ZmsPoller {

    private static final Logger LOG = LoggerFactory.getLogger(ZmsPoller.class);
    private static final String KIND = "zms";
    private static final int LEASE_INTERVALS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final ZmsSettings settings;
    private final ZmsClient client;
    private final Supplier<Optional<Integration>> integration;
    private final Jdbi jdbi;
    private final EventPublisher publisher;
    private final Clock clock;
    private final ZmsMeters meters;
    private final UUID reader;
    private final Map<String, QueueMemory> memories = new HashMap<>();
    private final Map<String, Backoff> backoffs = new HashMap<>();

    /** @param reader identity of this instance, new at each start */
    public ZmsPoller(
            ZmsSettings settings,
            ZmsClient client,
            Supplier<Optional<Integration>> integration,
            Jdbi jdbi,
            EventPublisher publisher,
            Clock clock,
            ZmsMeters meters,
            UUID reader) {
        this.settings = settings;
        this.client = client;
        this.integration = integration;
        this.jdbi = jdbi;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
        this.reader = reader;
    }

    /** How long a scope is left alone after faults. */
    private record Backoff(int faults, Instant until) {}

    /** Looks at every scope that is due. */
    public void run() throws InterruptedException {
        Integration source = integration.get().orElse(null);
        if (source == null) {
            throw new IllegalStateException("There is no integration " + settings.integration() + " in the registry");
        }
        for (ZmsSettings.Scope scope : settings.scopes()) {
            Backoff backoff = backoffs.get(scope.scope());
            if (backoff == null || !clock.instant().isBefore(backoff.until())) {
                look(source, scope);
            }
        }
        send();
    }

    private void look(Integration source, ZmsSettings.Scope scope) throws InterruptedException {
        try {
            poll(source, scope);
            meters.count("ok");
            if (backoffs.remove(scope.scope()) != null) {
                LOG.info("Scope {} of ZMS can be read again", scope.scope());
            }
        } catch (ZmsFault fault) {
            meters.count(fault.kind().label());
            Backoff before = backoffs.get(scope.scope());
            pause(scope, fault.getMessage(), before == null ? 1 : before.faults() + 1);
        } catch (RuntimeException e) {
            // Neither the other scopes nor the outbox have anything to do with it. It may be PostgreSQL: pauses do not
            // grow.
            meters.count(Kind.UNREADABLE.label());
            pause(scope, e.toString(), 1);
        }
        meters.failing(backoffs.size());
    }

    /** One line when it begins; the pauses double up to five minutes. */
    private void pause(ZmsSettings.Scope scope, @Nullable String reason, int faults) {
        if (!backoffs.containsKey(scope.scope())) {
            LOG.warn("Scope {} of ZMS cannot be read: {}", scope.scope(), reason);
        }
        Duration pause = settings.pollInterval().toJavaDuration().multipliedBy(1L << Math.min(faults - 1, 10));
        backoffs.put(
                scope.scope(),
                new Backoff(faults, clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)));
    }

    private void poll(Integration source, ZmsSettings.Scope scope) throws ZmsFault, InterruptedException {
        Instant now = clock.instant();
        Duration lease = settings.pollInterval()
                .toJavaDuration()
                .multipliedBy(LEASE_INTERVALS)
                .plus(LONGEST_PAUSE);
        ZmsDao.Lease right = jdbi.withExtension(
                        ZmsDao.class, dao -> dao.lease(scope.scope(), reader, now, now.plus(lease)))
                .orElse(null);
        if (right == null) {
            memories.remove(scope.scope());
            return;
        }
        ZmsClient.Answer answer = client.queue(scope.scope());
        Instant lookedAt = answer.generated() == null ? now : answer.generated();
        List<QueueEntry> queue = QueueEntry.of(answer.data());
        QueueMemory memory = memories.computeIfAbsent(scope.scope(), any -> memory(source, scope));
        if (memory.isFresh()) {
            memory.resume(queue, right.polledAt());
        }
        List<Served> served = memory.look(queue, lookedAt);
        // Until it is known that they are written down, nothing is: a commit whose answer is lost may have gone
        // through,
        // and the next look goes on from the time that PostgreSQL remembers.
        memories.remove(scope.scope());
        if (jdbi.inTransaction(handle -> keep(handle, source, scope, served, lookedAt))) {
            memory.counted(served);
            memories.put(scope.scope(), memory);
        }
    }

    private static QueueMemory memory(Integration source, ZmsSettings.Scope scope) {
        var zone = source.zones().get(scope.office());
        if (zone == null) {
            throw new IllegalStateException("The office " + scope.office() + " does not belong to " + source.id());
        }
        return new QueueMemory(scope.office(), zone);
    }

    private boolean keep(
            Handle handle, Integration source, ZmsSettings.Scope scope, List<Served> served, Instant lookedAt) {
        ZmsDao dao = handle.attach(ZmsDao.class);
        if (dao.looked(scope.scope(), reader, lookedAt) == 0) {
            return false;
        }
        NumberingDao numbering = handle.attach(NumberingDao.class);
        numbering.begin(source.id(), scope.office(), KIND);
        // After a restored backup the books may know of numbers that the numbering has forgotten.
        long last = Math.max(
                numbering.findLastNumber(source.id(), scope.office()).orElse(0L),
                numbering.highestArrived(source.id(), scope.office()));
        List<OutgoingVisit> outgoing = new ArrayList<>();
        for (Served each : served) {
            long number = last + outgoing.size() + 1;
            Assessment assessment = VisitAssessment.assess(each.visit().numbered(number), source, clock.instant());
            if (assessment instanceof Assessment.Acceptable visit) {
                outgoing.add(new OutgoingVisit(source.id(), scope.office(), number, visit.value()));
            } else {
                meters.refused();
            }
        }
        dao.insertOutbox(outgoing);
        numbering.moveTo(source.id(), scope.office(), last + outgoing.size());
        return true;
    }

    /** Sends what waits; what the broker does not take now is sent after the next look. */
    private void send() {
        List<OutgoingVisit> outgoing = jdbi.withExtension(ZmsDao.class, dao -> dao.listOutbox(settings.integration()));
        if (outgoing.isEmpty()) {
            return;
        }
        long timestamp = Bucket.startOf(clock.instant()).toEpochMilli();
        try {
            publisher.publish(outgoing.stream()
                    .map(visit -> new ProducerRecord<String, byte[]>(
                            Topics.VISIT.name(), null, timestamp, visit.officeId(), visit.event()))
                    .toList());
        } catch (UnavailableException e) {
            // Kafka has a health check of its own; the outbox keeps them.
            return;
        }
        jdbi.useExtension(ZmsDao.class, dao -> dao.deleteOutbox(outgoing));
        meters.sent(outgoing.size());
    }
}
