package de.visitenkarte.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Walks through JSON. */
final class Json {

    private Json() {}

    /** Returns the elements of an array; none if it is missing. */
    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Returns every text anywhere below a node, with where it stands. */
    static List<Map.Entry<String, String>> texts(JsonNode node) {
        List<Map.Entry<String, String>> texts = new ArrayList<>();
        collect("", node, texts);
        return List.copyOf(texts);
    }

    private static void collect(String place, JsonNode node, List<Map.Entry<String, String>> texts) {
        if (node.isTextual()) {
            texts.add(Map.entry(place, node.asText()));
        }
        node.properties().forEach(entry -> collect(place + "/" + entry.getKey(), entry.getValue(), texts));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(place + "/" + i, node.get(i), texts);
            }
        }
    }
}
