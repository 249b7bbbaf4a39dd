package de.visitenkarte.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackPortIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsPort() throws Exception {
        int first = LoopbackPort.keep(file());
        assertThat(LoopbackPort.keep(file())).isEqualTo(first);
    }

    @Test
    void takesAnotherPortWhenTheKeptOneIsTaken() throws Exception {
        int first = LoopbackPort.keep(file());
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPort.keep(file())).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void replacesADamagedNote() throws Exception {
        Files.writeString(file(), "65536");
        assertThat(LoopbackPort.keep(file())).isBetween(1, LoopbackPort.HIGHEST);
    }

    private Path file() {
        return directory.resolve("port");
    }
}
