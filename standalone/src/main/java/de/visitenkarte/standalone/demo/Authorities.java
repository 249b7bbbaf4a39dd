package de.visitenkarte.standalone.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads {@code demo/authorities.yaml}, where all that is invented about the authorities can be read. */
final class Authorities {

    private static final String RESOURCE = "/demo/authorities.yaml";

    private Authorities() {}

    /** Returns the 22 authorities in the order of the file. */
    static List<Authority> list() {
        try (InputStream resource = Authorities.class.getResourceAsStream(RESOURCE)) {
            return List.copyOf(new YAMLMapper()
                    .readValue(Objects.requireNonNull(resource, RESOURCE), new TypeReference<List<Authority>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
