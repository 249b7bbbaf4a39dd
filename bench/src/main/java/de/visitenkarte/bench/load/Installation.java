package de.visitenkarte.bench.load;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who takes part: four authorities with an office each, whose events come through all four partitions. Each office has an
 * area with three tablets, and one with a tablet for probes, so that a fresh rating can be told from the load.
 */
public final class Installation {

    /** Chosen so that the offices lie on the partitions 0 to 3. */
    static final List<String> AUTHORITIES = List.of("h", "e", "a", "f");

    private static final int TABLETS = 3;

    private Installation() {}

    /** Returns the devices that send the load. */
    static List<String> loadDevices() {
        return AUTHORITIES.stream().flatMap(Installation::loadDevicesOf).toList();
    }

    /** Returns one device in each office, for probes. */
    static List<String> probeDevices() {
        return AUTHORITIES.stream().map(authority -> authority + "-probe-1").toList();
    }

    /** Returns the ids of the areas of {@link #probeDevices()}. */
    public static List<String> probeAreas() {
        return probeDevices().stream().map(Installation::areaOf).toList();
    }

    /** Returns the queue systems, one for each authority. */
    static List<String> queueSystems() {
        return AUTHORITIES.stream().map(authority -> authority + "-queue").toList();
    }

    /** Returns the office of a queue system or a device. */
    static String officeOf(String source) {
        return source.charAt(0) + "-office";
    }

    /** Returns the area of a device: its name without the last part. */
    static String areaOf(String device) {
        return device.substring(0, device.lastIndexOf('-'));
    }

    static String tokenOf(String source) {
        return "token-of-" + source;
    }

    /** Writes the registry as {@code import-registry} reads it. */
    public static Path writeRegistry(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("simulated: true", "authorities:"));
        for (String authority : AUTHORITIES) {
            lines.addAll(List.of(
                    "  - id: " + authority,
                    "    name: Behörde " + authority,
                    "    kind: city",
                    "    pilotRole: pilot",
                    "    integrations:",
                    "      - id: " + authority + "-queue",
                    "        tokenSha256: " + sha256(tokenOf(authority + "-queue")),
                    "    offices:",
                    "      - id: " + officeOf(authority),
                    "        name: Standort " + authority,
                    "        timeZone: Europe/Berlin",
                    "        areas:"));
            lines.addAll(area(authority + "-load", loadDevicesOf(authority).toList()));
            lines.addAll(area(authority + "-probe", List.of(authority + "-probe-1")));
        }
        return Files.write(file, lines);
    }

    private static Stream<String> loadDevicesOf(String authority) {
        return IntStream.rangeClosed(1, TABLETS).mapToObj(i -> authority + "-load-" + i);
    }

    private static List<String> area(String id, List<String> devices) {
        List<String> lines = new ArrayList<>(List.of(
                "          - id: " + id,
                "            name: Bereich " + id,
                "            desks: 3",
                "            devices:"));
        for (String device : devices) {
            lines.add("              - id: " + device);
            lines.add("                tokenSha256: " + sha256(tokenOf(device)));
        }
        return lines;
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
