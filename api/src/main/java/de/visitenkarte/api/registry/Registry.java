package de.visitenkarte.api.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A copy of the registry as it stood when it was last read. Immutable. */
public final class Registry {

    private final Map<String, Device> devicesByTokenHash;
    private final Map<String, Integration> integrationsByTokenHash;
    private final Map<Integer, Instrument> instrumentsByVersion;

    Registry(
            Map<String, Device> devicesByTokenHash,
            Map<String, Integration> integrationsByTokenHash,
            List<Instrument> instruments) {
        this.devicesByTokenHash = Map.copyOf(devicesByTokenHash);
        this.integrationsByTokenHash = Map.copyOf(integrationsByTokenHash);
        this.instrumentsByVersion =
                instruments.stream().collect(Collectors.toUnmodifiableMap(Instrument::version, Function.identity()));
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
