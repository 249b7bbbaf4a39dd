package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard in Grafana's classic format.
 *
 * @param file name for people who look for a finding
 */
record Dashboard(String file, JsonNode json) {

    private static final Path BOARDS = Path.of("boards");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Returns all dashboards that ship, by file name. */
    static List<Dashboard> list() {
        try (Stream<Path> files = Files.list(BOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Dashboard::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dashboard read(Path file) {
        try {
            return new Dashboard(file.getFileName().toString(), MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uid() {
        return json.path("uid").asText();
    }

    /** Returns all panels, also those inside of rows. */
    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode panel : json.path("panels")) {
            panels.add(new Panel(panel));
            panel.path("panels").forEach(inner -> panels.add(new Panel(inner)));
        }
        return List.copyOf(panels);
    }

    List<Variable> variables() {
        return Json.stream(json.path("templating").path("list"))
                .map(Variable::new)
                .toList();
    }

    /** Returns the queries of the annotations. */
    List<Query> annotations() {
        return Json.stream(json.path("annotations").path("list"))
                .filter(annotation -> !annotation.has("builtIn"))
                .map(annotation ->
                        Query.of("annotation '" + annotation.path("name").asText() + "'", annotation.path("target")))
                .toList();
    }
}
