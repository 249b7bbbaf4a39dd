package de.visitenkarte.api.device;

import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.events.QuarantineMark;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides which ratings wait for someone to look at them, and notices from which devices ratings come. */
public final class DeviceGuard {

    /** What a queue may hold, so that none is refused what it kept. Whoever floods the quarantine fills it no further. */
    static final int RATINGS_OF_REVOKED = 10_000;

    private static final Duration PER = Duration.ofDays(1);

    private final RegistryDirectory directory;
    private final Sightings sightings;
    private final Limits ratingsOfRevoked;

    public DeviceGuard(RegistryDirectory directory, Sightings sightings, Clock clock, MeterRegistry meters) {
        this.directory = directory;
        this.sightings = sightings;
        this.ratingsOfRevoked = Limits.of(RATINGS_OF_REVOKED, PER, clock);
        Gauge.builder("registry.age", directory, DeviceGuard::ageSeconds)
                .description(
                        "How long ago the registry was read; above 60 s ratings wait in quarantine until it is again")
                .baseUnit("seconds")
                .register(meters);
    }

    /**
     * Returns why ratings of a device wait; null if they count.
     *
     * @throws de.visitenkarte.api.problem.TooManyRequestsException if a revoked device has sent as much as it could have kept
     */
    public @Nullable QuarantineMark admit(Device device, int ratings) {
        if (device.standing().revoked()) {
            ratingsOfRevoked.take(device.id(), ratings);
            return QuarantineMark.REVOKED_DEVICE;
        }
        return directory.isUpToDate() ? null : QuarantineMark.UNCONFIRMED_DEVICE;
    }

    /** Notices that ratings came. */
    public void rated(Device device) {
        sightings.rated(device);
    }

    private static double ageSeconds(RegistryDirectory directory) {
        return directory.isLoaded() ? directory.age().toSeconds() : Double.NaN;
    }
}
