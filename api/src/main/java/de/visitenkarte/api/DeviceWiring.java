package de.visitenkarte.api;

import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.device.Configurations;
import de.visitenkarte.api.device.DeviceFilter;
import de.visitenkarte.api.device.DeviceGuard;
import de.visitenkarte.api.device.DeviceResource;
import de.visitenkarte.api.device.DeviceSettings;
import de.visitenkarte.api.device.Heartbeats;
import de.visitenkarte.api.device.PairingResource;
import de.visitenkarte.api.device.Pairings;
import de.visitenkarte.api.device.Renewal;
import de.visitenkarte.api.device.Rotation;
import de.visitenkarte.api.device.Sightings;
import de.visitenkarte.api.device.Tablets;
import de.visitenkarte.api.device.Tokens;
import de.visitenkarte.api.registry.RegistryDirectory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts together what belongs to the life of a tablet. */
final class DeviceWiring {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceWiring.class);

    private final DeviceSettings settings;
    private final Environment environment;
    private final Jdbi jdbi;
    private final RegistryDirectory directory;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();
    private final AuditLog audit;
    private final Rotation rotation;
    private final Sightings sightings;

    DeviceWiring(
            DeviceSettings settings,
            Environment environment,
            Jdbi jdbi,
            RegistryDirectory directory,
            AuditLog audit,
            Clock clock) {
        this.settings = settings;
        this.environment = environment;
        this.jdbi = jdbi;
        this.directory = directory;
        this.clock = clock;
        this.audit = audit;
        this.rotation = new Rotation(settings.tokenAge().toJavaDuration(), clock);
        this.sightings = new Sightings(jdbi, clock);
    }

    /** What tablets speak with. */
    void resources() {
        Tokens tokens = new Tokens(jdbi, audit, this::refreshRegistry, clock, random);
        Configurations configurations = new Configurations(directory, settings, rotation);
        Renewal renewal = new Renewal(configurations, tokens, clock);
        JerseyEnvironment jersey = environment.jersey();
        jersey.register(new DeviceFilter(settings.requestsPerMinute(), sightings, clock));
        jersey.register(new DeviceResource(configurations, new Heartbeats(jdbi, clock), renewal));
        jersey.register(new PairingResource(new Pairings(jdbi, tokens, this::refreshRegistry, clock, random)));
    }

    Sightings sightings() {
        return sightings;
    }

    DeviceGuard guard(MeterRegistry meters) {
        return new DeviceGuard(directory, sightings, clock, meters);
    }

    /** What managers do with tablets. */
    Tablets tablets() {
        return new Tablets(jdbi, audit, rotation, this::refreshRegistry, clock, random);
    }

    /** So that this instance need not wait for what it has written itself; if it fails, the loop does it. */
    private void refreshRegistry() {
        try {
            directory.refresh();
        } catch (JdbiException awaitsTheLoop) {
            LOG.warn("The registry could not be read anew after a change", awaitsTheLoop);
        }
    }
}
