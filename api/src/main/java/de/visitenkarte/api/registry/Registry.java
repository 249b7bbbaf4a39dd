package de.visitenkarte.api.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A copy of the registry as it stood when it was last read. Immutable. */
public final class Registry {

    private static final Duration MARGIN = Duration.ofDays(90);

    private final Instant asOf;
    private final Map<String, Device> devicesByTokenHash;
    private final Set<String> devicesInUse;
    private final Map<String, Integration> integrationsByTokenHash;
    private final Map<Integer, Instrument> instrumentsByVersion;
    private final Instant acceptsFrom;

    Registry(
            Instant asOf,
            Map<String, Device> devicesByTokenHash,
            Map<String, Integration> integrationsByTokenHash,
            List<Instrument> instruments,
            Instant cellsFrom) {
        this.asOf = asOf;
        this.acceptsFrom = acceptsFrom(cellsFrom);
        this.devicesByTokenHash = Map.copyOf(devicesByTokenHash);
        this.devicesInUse = devicesByTokenHash.values().stream()
                .filter(device -> !device.standing().revoked())
                .map(Device::id)
                .collect(Collectors.toUnmodifiableSet());
        this.integrationsByTokenHash = Map.copyOf(integrationsByTokenHash);
        this.instrumentsByVersion =
                instruments.stream().collect(Collectors.toUnmodifiableMap(Instrument::version, Function.identity()));
    }

    /** Returns the time since which this copy does not know of changes. */
    public Instant asOf() {
        return asOf;
    }

    /** Returns whether a device exists, has a token and was not revoked. */
    public boolean isInUse(String deviceId) {
        return devicesInUse.contains(deviceId);
    }

    /** Returns the moment from which on ratings are accepted; what is older comes too late. */
    public Instant acceptsFrom() {
        return acceptsFrom;
    }

    /** What is accepted must be counted before its cell expires, also if it lies in Kafka and then in quarantine for 30 days each. */
    static Instant acceptsFrom(Instant cellsFrom) {
        return cellsFrom.plus(MARGIN);
    }

    Optional<Device> findDevice(TokenHash token) {
        return Optional.ofNullable(devicesByTokenHash.get(token.hex()));
    }

    Optional<Integration> findIntegration(TokenHash token) {
        return Optional.ofNullable(integrationsByTokenHash.get(token.hex()));
    }

    /** Finds a queue system by its id, for feeds that this application reads itself. */
    public Optional<Integration> findIntegrationById(String id) {
        return integrationsByTokenHash.values().stream()
                .filter(integration -> integration.id().equals(id))
                .findFirst();
    }

    /** Returns whether there are tablets of invented authorities. */
    public boolean isSimulated() {
        return devicesByTokenHash.values().stream().anyMatch(Device::simulated);
    }

    /** Returns the instrument of that version, null if none was published. */
    public @Nullable Instrument instrument(int version) {
        return instrumentsByVersion.get(version);
    }

    /** Returns the newest version published; 0 if there is none. */
    public int latestInstrumentVersion() {
        return instrumentsByVersion.keySet().stream().max(Integer::compare).orElse(0);
    }
}
