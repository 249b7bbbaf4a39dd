package de.visitenkarte.api.zms;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How to reach a ZMS and what of it belongs to which office.
 *
 * @param baseUrl of its API, e.g. {@code https://zms.example/terminvereinbarung/api/2}
 * @param integration id in the registry under which the visits are reported; nothing else may use it
 * @param pollInterval time between two looks at a queue, at least 5 s; default 30 s. Who is called and gone within it is
 *     missed
 * @param timeout of one request; default 10 s
 * @param scopes what is read; an office may have several
 */
public record ZmsSettings(
        URI baseUrl, String integration, Duration pollInterval, Duration timeout, List<Scope> scopes) {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Duration SHORTEST_INTERVAL = Duration.seconds(5);

    /**
     * One queue.
     *
     * @param scope id in ZMS (Standort)
     * @param office id in the registry
     */
    public record Scope(String scope, String office) {

        public Scope {
            if (scope == null || !scope.matches("\\d+") || office == null || office.isBlank()) {
                throw new IllegalArgumentException(
                        "Expected the number of a scope and an office: " + scope + ", " + office);
            }
        }
    }

    // Jackson passes null for what the file leaves out.
    public ZmsSettings {
        if (baseUrl == null
                || baseUrl.getScheme() == null
                || !baseUrl.getScheme().matches("https?")) {
            throw new IllegalArgumentException("Expected baseUrl with http or https: " + baseUrl);
        }
        if (integration == null || integration.isBlank() || scopes == null || scopes.isEmpty()) {
            throw new IllegalArgumentException("Expected an integration and at least one scope");
        }
        Set<String> seen = new HashSet<>();
        scopes.forEach(scope -> {
            if (!seen.add(scope.scope())) {
                throw new IllegalArgumentException("The scope " + scope.scope() + " stands there twice");
            }
        });
        scopes = List.copyOf(scopes);
        pollInterval = pollInterval == null ? Duration.seconds(30) : pollInterval;
        timeout = timeout == null ? Duration.seconds(10) : timeout;
        if (pollInterval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new IllegalArgumentException("pollInterval is at least 5 s");
        }
    }

    /**
     * Reads a YAML file.
     *
     * @throws IllegalArgumentException if it cannot be read or is not acceptable
     */
    public static ZmsSettings read(Path file) {
        try {
            return YAML.readValue(file.toFile(), ZmsSettings.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("The settings of ZMS cannot be used: " + file, e);
        }
    }
}
