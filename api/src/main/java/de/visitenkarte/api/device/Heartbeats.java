package de.visitenkarte.api.device;

import de.visitenkarte.api.device.HeartbeatDao.State;
import de.visitenkarte.api.registry.Device;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** Writes down what tablets say of themselves: the last of it, rounded so that nobody can count ratings by it. */
public final class Heartbeats {

    /** A clock that is more wrong than this is simply wrong. */
    private static final long LARGEST_OFFSET_SECONDS = Duration.ofDays(3660).toSeconds();

    private final Jdbi jdbi;
    private final Clock clock;

    public Heartbeats(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Takes a report, and returns the time of the server. Of a revoked tablet nothing is kept. */
    Instant take(Device device, Heartbeat heartbeat) {
        Instant now = clock.instant();
        if (!device.standing().revoked()) {
            jdbi.useExtension(HeartbeatDao.class, dao -> dao.upsert(stateOf(device, heartbeat, now)));
        }
        return now;
    }

    private static State stateOf(Device device, Heartbeat heartbeat, Instant now) {
        long offset = Duration.between(now, heartbeat.deviceTime()).toSeconds();
        return new State(
                device.id(),
                now,
                heartbeat.appVersion(),
                heartbeat.instrumentVersion(),
                roundedUp(heartbeat.queueDepth()),
                heartbeat.oldestRatingHours(),
                roundedUp(heartbeat.refused()),
                heartbeat.storagePersisted(),
                heartbeat.batteryPercent(),
                heartbeat.charging(),
                Math.max(-LARGEST_OFFSET_SECONDS, Math.min(offset, LARGEST_OFFSET_SECONDS)));
    }

    /** Returns 0, 10, 100, 1000 or 10000; the last for everything above as well. */
    static int roundedUp(int number) {
        return number == 0
                ? 0
                : IntStream.of(10, 100, 1000)
                        .filter(end -> number <= end)
                        .findFirst()
                        .orElse(10_000);
    }
}
