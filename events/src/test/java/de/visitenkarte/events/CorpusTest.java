package de.visitenkarte.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's code reads what was ever written. The corpus is added to and never changed: {@code -Dgolden.rewrite=true} writes
 * the samples that have no file yet.
 */
class CorpusTest {

    static final Path CORPUS = Path.of("src", "test", "resources", "corpus");

    static List<Path> oldFiles() throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            for (Map.Entry<String, Message> sample : Samples.all().entrySet()) {
                writeIfNew(sample.getKey(), sample.getValue());
            }
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("oldFiles")
    void readsWhatWasWrittenAndWritesTheSame(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String type = Objects.requireNonNull(file.getParent()).getFileName().toString();
        Message message = Objects.requireNonNull(Samples.TYPES.get(type), type)
                .getParserForType()
                .parseFrom(bytes);

        assertThat(TextFormat.printer().printToString(message))
                .isEqualTo(Files.readString(Path.of(file.toString().replace(".bin", ".txt"))));
        assertThat(message.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void holdsEverySampleOfEveryMessage() throws IOException {
        List<String> names = oldFiles().stream()
                .map(file ->
                        CORPUS.relativize(file).toString().replace('\\', '/').replace(".bin", ""))
                .toList();

        assertThat(names).containsAll(Samples.all().keySet());
        assertThat(names)
                .extracting(name -> name.substring(0, name.indexOf('/')))
                .containsAll(Samples.TYPES.keySet());
    }

    private static void writeIfNew(String name, Message message) throws IOException {
        Path bytes = CORPUS.resolve(name + ".bin");
        if (!Files.exists(bytes)) {
            Files.createDirectories(Objects.requireNonNull(bytes.getParent()));
            Files.write(bytes, message.toByteArray());
            Files.writeString(
                    CORPUS.resolve(name + ".txt"), TextFormat.printer().printToString(message));
        }
    }
}
