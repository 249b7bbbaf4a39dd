package de.visitenkarte.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryIT {

    @TempDir
    Path parent;

    @Test
    void deletesWhatAnEarlierInstanceKeptWhenAskedTo() throws Exception {
        try (DataDirectory first = DataDirectory.open(data(), false)) {
            Files.writeString(first.directory("kafka").resolve("segment"), "old");
        }
        try (DataDirectory fresh = DataDirectory.open(data(), true)) {
            assertThat(fresh.path().resolve("kafka")).doesNotExist();
        }
    }

    @Test
    void deletesNothingBehindALink() throws Exception {
        Path outside = Files.writeString(parent.resolve("outside"), "kept");
        try (DataDirectory first = DataDirectory.open(data(), false)) {
            Files.createSymbolicLink(first.path().resolve("link"), outside);
        }
        DataDirectory.open(data(), true).close();
        assertThat(outside).hasContent("kept");
    }

    @Test
    void mayBeOpenedAgainOnceClosed() {
        DataDirectory.open(data(), false).close();
        DataDirectory.open(data(), false).close();
        assertThat(data()).isDirectory();
    }

    @Test
    void refusesASecondInstance() {
        try (DataDirectory first = DataDirectory.open(data(), false)) {
            assertThatThrownBy(() -> DataDirectory.open(first.path(), true))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already running");
        }
    }

    @Test
    void closesItsPartsToOtherUsers() throws Exception {
        try (DataDirectory opened = DataDirectory.open(data(), false)) {
            Path kafka = opened.directory("kafka");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kafka)))
                    .isEqualTo("rwx------");
        }
    }

    private Path data() {
        return parent.resolve("data");
    }
}
