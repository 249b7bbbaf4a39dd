package de.visitenkarte.api.device;

import com.google.common.hash.Hashing;
import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.RegistryDirectory;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What each tablet is told about itself. */
public final class Configurations {

    static final Duration HEARTBEAT = Duration.ofMinutes(5);

    private final RegistryDirectory directory;
    private final DeviceSettings settings;
    private final Rotation rotation;

    /** @param directory knows the published instruments */
    public Configurations(RegistryDirectory directory, DeviceSettings settings, Rotation rotation) {
        this.directory = directory;
        this.settings = settings;
        this.rotation = rotation;
    }

    DeviceConfiguration of(Device device) {
        return new DeviceConfiguration(
                device.name(),
                device.authorityName(),
                device.officeName(),
                device.areaName(),
                device.simulated(),
                directory.current().latestInstrumentVersion(),
                settings.languages(),
                device.openingHours(),
                device.timeZone(),
                Math.toIntExact(HEARTBEAT.toSeconds()),
                isRotationDue(device),
                device.standing().revoked());
    }

    /** A tag that is another one as soon as anything in the configuration is. */
    EntityTag tagOf(DeviceConfiguration configuration) {
        return new EntityTag(Hashing.sha256()
                .hashString(configuration.toString(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, 16));
    }

    boolean isRotationDue(Device device) {
        Device.Standing standing = device.standing();
        return !standing.revoked() && rotation.isDue(standing.currentTokenIssuedAt(), standing.rotationAskedAt());
    }
}
