package de.visitenkarte.api.examples;

import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.registry.Registry;
import de.visitenkarte.api.registry.RegistryDao;
import de.visitenkarte.api.registry.RegistryDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** One office and who reports from it. */
public final class Examples {

    public static final String AUTHORITY = "musterstadt";
    public static final String OFFICE = "musterstadt-mitte";
    public static final String AREA = "musterstadt-mitte-aufenthalt";

    /** The server's time in tests: Monday 23 November 2026, 11:20 in Germany. */
    public static final Instant NOW = Instant.parse("2026-11-23T10:20:30Z");

    /** When instrument 1 of {@link #aRegistry()} was published. */
    public static final Instant PUBLISHED_AT = Instant.parse("2024-01-01T00:00:00Z");

    /** What is older comes too late. */
    public static final Instant ACCEPTS_FROM = Instant.parse("2025-01-01T00:00:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Examples() {}

    public static Device aDevice() {
        return aDevice(false);
    }

    /** The same after it was taken out of use. */
    public static Device aRevokedDevice() {
        return aDevice(true);
    }

    private static Device aDevice(boolean revoked) {
        return new Device(
                AREA + "-1",
                "Ausgang",
                AREA,
                "Aufenthalt",
                OFFICE,
                "Mitte",
                BERLIN.getId(),
                "Mo-Fr 08:00-16:00",
                AUTHORITY,
                "Musterstadt",
                true,
                new Device.Standing("00", true, null, revoked, NOW, null));
    }

    /** May report for two offices. */
    public static Integration anIntegration() {
        return new Integration(
                "musterstadt-aufruf", AUTHORITY, Map.of(OFFICE, BERLIN, "musterstadt-nord", BERLIN), ACCEPTS_FROM);
    }

    /** Knows {@code overall} (1…5) and {@code respect} (1…3) of instrument 1, and nobody. */
    public static Registry aRegistry() {
        return aDirectory().current();
    }

    /** Holds {@link #aRegistry()}. */
    public static RegistryDirectory aDirectory() {
        return aDirectory(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The same, read when that clock stood where it stands now. */
    public static RegistryDirectory aDirectory(Clock clock) {
        return aDirectoryOf(clock);
    }

    /** The same, and it knows these devices. */
    public static RegistryDirectory aDirectoryOf(Clock clock, Device... devices) {
        RegistryDirectory directory = new RegistryDirectory(new FakeRegistryDao(List.of(devices)), clock);
        directory.refresh();
        return directory;
    }

    private record FakeRegistryDao(List<Device> devices) implements RegistryDao {

        @Override
        public List<Device> listDevices(Instant now) {
            return devices;
        }

        @Override
        public List<IntegrationRow> listIntegrations() {
            return List.of();
        }

        @Override
        public Instant getCellsFrom() {
            return ACCEPTS_FROM.minus(Duration.ofDays(90));
        }

        @Override
        public List<QuestionRow> listQuestions() {
            return Map.of("overall", 5, "respect", 3).entrySet().stream()
                    .map(question -> new QuestionRow(1, PUBLISHED_AT, question.getKey(), question.getValue()))
                    .toList();
        }
    }
}
