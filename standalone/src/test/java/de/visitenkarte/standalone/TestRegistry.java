package de.visitenkarte.standalone;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small registry: two authorities with an office each, two areas in each, a tablet in every area, and a queue system each. */
public final class TestRegistry {

    public static final List<String> DEVICES = List.of("a-1-1", "a-2-1", "b-1-1", "b-2-1");

    private TestRegistry() {}

    public static String tokenOf(String sender) {
        return "token-of-" + sender;
    }

    /** The area of a device: its name without the last part. */
    private static String areaOf(String device) {
        return device.substring(0, device.lastIndexOf('-'));
    }

    /** The queue system of an authority. */
    public static String queueOf(String authority) {
        return authority + "-queue";
    }

    public static Path write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("simulated: true", "authorities:"));
        for (String authority : List.of("a", "b")) {
            lines.addAll(List.of(
                    "  - id: " + authority,
                    "    name: Behörde " + authority,
                    "    kind: city",
                    "    pilotRole: pilot",
                    "    offices:",
                    "      - id: " + authority + "-office",
                    "        name: Standort " + authority,
                    "        timeZone: Europe/Berlin",
                    "        areas:"));
            DEVICES.stream()
                    .filter(device -> device.startsWith(authority))
                    .forEach(device -> lines.addAll(List.of(
                            "          - id: " + areaOf(device),
                            "            name: Bereich",
                            "            desks: 3",
                            "            devices:",
                            "              - id: " + device,
                            "                tokenSha256: " + sha256(tokenOf(device)))));
            lines.addAll(List.of(
                    "    integrations:",
                    "      - id: " + queueOf(authority),
                    "        tokenSha256: " + sha256(tokenOf(queueOf(authority)))));
        }
        return Files.write(file, lines);
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
