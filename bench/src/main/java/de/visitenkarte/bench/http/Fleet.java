package de.visitenkarte.bench.http;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Enrolled tablets: each authority has one office with one area, and the tablets are dealt out to them in turn.
 *
 * @param authorities how many authorities, at least 1
 * @param devices how many tablets in all, at least as many
 */
public record Fleet(int authorities, int devices) {

    /** Half a pilot of Lower Saxony's size: size S of the plan. */
    public static final Fleet SMALL = new Fleet(50, 120);

    /** Returns the token of a device. */
    public String token(int device) {
        return "bench-token-of-device-" + device;
    }

    /** Returns the id of a device. */
    public String device(int device) {
        return "device-" + device;
    }

    /** Returns the authority of a device. */
    public String authority(int device) {
        return "authority-" + device % authorities;
    }

    /** Returns the office of a device. */
    public String office(int device) {
        return "office-" + device % authorities;
    }

    /** Returns the area of a device. */
    public String area(int device) {
        return "area-" + device % authorities;
    }

    /** Writes the registry file that enrols the tablets. */
    public Path writeRegistry(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("simulated: true", "authorities:"));
        for (int authority = 0; authority < authorities; authority++) {
            lines.addAll(List.of(
                    "  - id: " + authority(authority),
                    "    name: Musterbehörde " + authority,
                    "    kind: city",
                    "    pilotRole: pilot",
                    "    offices:",
                    "      - id: " + office(authority),
                    "        name: Standort " + authority,
                    "        timeZone: Europe/Berlin",
                    "        areas:",
                    "          - id: " + area(authority),
                    "            name: Bereich",
                    "            desks: 3",
                    "            devices:"));
            for (int device = authority; device < devices; device += authorities) {
                lines.add("              - id: " + device(device));
                lines.add("                tokenSha256: " + sha256(token(device)));
            }
        }
        return Files.write(file, lines);
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
