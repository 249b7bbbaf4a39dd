package de.visitenkarte.streams.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {

    @TempDir
    private Path directory;

    @Test
    void staysTheSameInTheSameDirectory() throws IOException {
        Path state = directory.resolve("not").resolve("there-yet");
        String first = InstanceId.in(state, UUID::randomUUID);
        assertThat(InstanceId.in(state, UUID::randomUUID)).isEqualTo(first);
    }

    @Test
    void isAnotherInAnotherDirectory() throws IOException {
        assertThat(InstanceId.in(directory.resolve("a"), UUID::randomUUID))
                .isNotEqualTo(InstanceId.in(directory.resolve("b"), UUID::randomUUID));
    }
}
