package de.visitenkarte.api.device;

import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * What tablets may and get.
 *
 * @param tokenAge age of a token from which on a tablet fetches a new one; default 90 d
 * @param requestsPerMinute how many requests of one tablet each instance takes, so many at once; default 600: two weeks
 *     offline are about 30 requests
 * @param languages that tablets offer, of those they have, German first; default de, en, ar
 */
public record DeviceSettings(
        @NotNull Duration tokenAge,
        @Min(10) int requestsPerMinute,

        @NotEmpty List<@NotNull @Pattern(regexp = "[a-z]{2,3}(-[a-z]{2,8})?") String> languages) {

    /** What holds where nothing else is said. */
    public static final DeviceSettings DEFAULT = new DeviceSettings(Duration.days(90), 600, List.of("de", "en", "ar"));

    /** Copies the languages. */
    public DeviceSettings {
        languages = languages == null ? List.of() : List.copyOf(languages);
    }
}
