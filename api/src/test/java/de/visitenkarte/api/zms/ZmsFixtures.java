package de.visitenkarte.api.zms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Answers in the format of ZMS: its schemas queue.json and exchange.json, and the columns of its waitingscope report. */
final class ZmsFixtures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ZmsFixtures() {}

    static String text(String name) {
        try (var stream = Objects.requireNonNull(ZmsFixtures.class.getResourceAsStream("/zms/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode data(String name) {
        return json(text(name)).get("data");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
