package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script that uses the product in a real Chromium, as a person would. Keeps its pictures under {@code target}. */
final class BrowserScript {

    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private BrowserScript() {}

    /**
     * Runs a script and returns the JSON of its last line.
     *
     * @param script path in the repository
     * @param pictures name of the folder for its pictures
     */
    static JsonNode run(String script, String pictures, Map<String, String> environment) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "screenshots", pictures));
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder("node", ROOT.resolve(script).toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SCREENSHOT_DIR", folder.toAbsolutePath().toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends by itself", script)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        List<String> lines = lines(out);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    }
}
