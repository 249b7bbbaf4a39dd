package de.visitenkarte.api.device;

import de.visitenkarte.api.registry.Device;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Clock;
import java.time.Duration;

/**
 * Looks at every request of a device before its body is read: whether it may ask so often, and that its token is in use. After
 * the filter that recognises the device, which has no priority of its own.
 */
@Priority(Priorities.USER + 1)
public final class DeviceFilter implements ContainerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Limits limits;
    private final Sightings sightings;

    /** @param requestsPerMinute of one device, so many at once */
    public DeviceFilter(int requestsPerMinute, Sightings sightings, Clock clock) {
        this.limits = Limits.of(requestsPerMinute, MINUTE, clock);
        this.sightings = sightings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof Device device) {
            limits.take(device.id(), 1);
            sightings.used(device.standing());
        }
    }
}
