package de.visitenkarte.api.staff;

import io.dropwizard.util.Duration;
import java.net.URI;

/**
 * How the staff signs in.
 *
 * @param idle after which time without a request a session ends; default 30 min. A board that somebody can see asks every ten
 *     seconds, one in a hidden tab rests
 * @param longest when a session ends whatever happens in it; default 10 h, a working day
 * @param publicUrl where browsers find this server, e.g. {@code https://visitenkarte.example}; empty: at whatever address
 *     they ask for
 */
public record StaffSettings(Duration idle, Duration longest, String publicUrl) {

    // Jackson passes null for what the file leaves out.
    public StaffSettings {
        idle = idle == null ? Duration.minutes(30) : idle;
        longest = longest == null ? Duration.hours(10) : longest;
        publicUrl = publicUrl == null ? "" : publicUrl.replaceAll("/+$", "");
        if (idle.toMilliseconds() <= 0 || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("Expected idle above 0 and longest at least as long");
        }
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^/?#]+")) {
            throw new IllegalArgumentException("Expected publicUrl as https://host without a path: " + publicUrl);
        }
    }

    /** Returns host and port of {@link #publicUrl}, empty if it is not set. */
    String publicAuthority() {
        return publicUrl.isEmpty() ? "" : URI.create(publicUrl).getAuthority();
    }
}
