package de.visitenkarte.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells the API every five minutes how the simulated tablets are: well, but for one whose battery runs down. */
final class TabletReports {

    static final Duration BETWEEN = Duration.ofMinutes(5);

    /** So that the demo shows what an alarm looks like. */
    private static final String UNPLUGGED = "musterstadt-mitte-aufenthalt-1";

    private final List<String> devices;
    private final Tokens tokens;
    private Instant next = Instant.EPOCH;

    TabletReports(List<Authority> authorities, Tokens tokens) {
        this.devices = authorities.stream()
                .flatMap(authority -> authority.offices().stream())
                .flatMap(office -> office.areas().stream())
                .map(Area::deviceId)
                .toList();
        this.tokens = tokens;
    }

    /** Reports if it is time. What does not arrive is left out: the next report says the same. */
    void sendIfDue(Instant now, ApiClient api) throws InterruptedException {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(BETWEEN);
        for (String device : devices) {
            api.report(bodyOf(device, now), tokens.device(device));
        }
    }

    private static String bodyOf(String device, Instant now) {
        boolean unplugged = device.equals(UNPLUGGED);
        return """
                {"appVersion": "simulated", "instrumentVersion": 1, "queueDepth": 0, "oldestRatingHours": 0, "refused": 0,
                 "storagePersisted": true, "batteryPercent": %d, "charging": %b, "deviceTime": "%s"}
                """.formatted(unplugged ? 14 : 100, !unplugged, now);
    }
}
