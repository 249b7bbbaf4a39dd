package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated document that people read, kept under docs. {@code mvn -pl api test -Dgolden.rewrite=true} renews it. */
final class Golden {

    private Golden() {}

    static void assertSame(String name, String generated) throws IOException {
        Path file = Path.of("..", "docs", name);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, generated);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s; renew it with -Dgolden.rewrite=true and read what changed", name)
                .isEqualTo(generated);
    }

    /** The same for a document that another module continues, from a heading on. */
    static void assertSameBefore(String heading, String name, String generated) throws IOException {
        Path file = Path.of("..", "docs", name);
        String document = Files.exists(file) ? Files.readString(file) : "";
        int end = document.indexOf(heading);
        assertSame(name, generated + (end < 0 ? "" : document.substring(end)));
    }
}
