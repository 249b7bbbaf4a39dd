package de.visitenkarte.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.standalone.machine.DataDirectory;
import de.visitenkarte.standalone.machine.LoopbackPort;
import de.visitenkarte.standalone.machine.StartFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is refused with one sentence, an exit code, and no trace of a stack. */
class StandaloneCommandIT {

    @TempDir
    Path directory;

    @Test
    void showsTheHelpThatTheScriptShowsWithoutJava() throws Exception {
        try (ChildProcess program = ChildProcess.start(directory, "--help")) {
            assertThat(program.awaitExit()).isZero();
            assertThat(program.out()).isEqualTo(Files.readString(Path.of("src/main/help/run.txt")));
        }
    }

    @Test
    void refusesAnUnknownOption() throws Exception {
        assertRefuses(2, "--help", "--colour");
    }

    @Test
    void refusesAPortThatIsNoNumber() throws Exception {
        assertRefuses(2, "'eighty' is not an int", "--port", "eighty");
    }

    @Test
    void refusesAPortOutOfRange() throws Exception {
        assertRefuses(1, "out of range", "--port", "65534", "--data", data());
    }

    @Test
    void refusesARegistryFileThatIsMissing() throws Exception {
        assertRefuses(1, "cannot be read", "--registry", "missing.yaml", "--data", data());
    }

    @Test
    void refusesARegistryFileThatIsBrokenAndLeavesNoTrace() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.yaml"), "simulated: true\nauthorities: [{id: A}]\n");
        assertRefuses(1, "The registry file ", "--registry", broken.toString(), "--data", data());
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void saysWhatToDoWhenItIsForgottenWhereTheDataCameFrom() throws Exception {
        try (DataDirectory damaged = DataDirectory.open(Path.of(data()), false)) {
            Files.createFile(damaged.path().resolve("origin"));
            assertThatThrownBy(() -> Origin.OWN.claim(damaged.path()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("or delete everything there with --fresh");
        }
    }

    @Test
    void refusesADirectoryOfSomethingElse() throws Exception {
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        Path letter = Files.writeString(foreign.resolve("letter.txt"), "not ours");
        assertRefuses(1, "holds something that is not Visitenkarte's", "--fresh", "--data", foreign.toString());
        assertThat(letter).hasContent("not ours");
    }

    @Test
    void refusesAFileAsDirectory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertRefuses(1, "is not a directory", "--data", file.toString());
    }

    @Test
    void refusesADirectoryInUse() throws Exception {
        try (DataDirectory inUse = DataDirectory.open(Path.of(data()), false)) {
            assertRefuses(
                    1, "already running", "--fresh", "--data", inUse.path().toString());
        }
    }

    @Test
    void refusesAPortInUse() throws Exception {
        int first = LoopbackPort.findFree(Options.PORTS);
        try (ServerSocket taken = new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress())) {
            assertRefuses(
                    1,
                    "Port " + taken.getLocalPort() + " is taken",
                    "--port",
                    Integer.toString(first),
                    "--data",
                    data());
        }
    }

    @Test
    void refusesToMixOwnDataIntoTheDemos() throws Exception {
        try (DataDirectory demo = DataDirectory.open(Path.of(data()), false)) {
            Origin.SIMULATED.claim(demo.path());
        }
        int port = LoopbackPort.findFree(Options.PORTS);
        assertRefuses(1, "holds simulated data", "--no-demo", "--port", Integer.toString(port), "--data", data());
    }

    private void assertRefuses(int exitCode, String sentence, String... arguments) throws Exception {
        try (ChildProcess program = ChildProcess.start(directory, arguments)) {
            assertThat(program.awaitExit()).isEqualTo(exitCode);
            assertThat(program.err()).contains(sentence).hasLineCount(1);
            assertThat(program.out()).isEmpty();
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }
}
