package de.visitenkarte.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.visitenkarte.standalone.machine.StartFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    /** One for all, because unpacking and initdb take seconds; each test uses a table of its own. */
    @TempDir
    static Path directory;

    @Test
    void keepsDataAndAddressOverARestart() throws Exception {
        String firstUrl;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            firstUrl = postgres.jdbcUrl();
            execute(postgres, "CREATE TABLE note (text text)");
            execute(postgres, "INSERT INTO note VALUES ('kept')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(postgres.jdbcUrl()).isEqualTo(firstUrl);
            assertThat(query(postgres, "SELECT text FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void leavesNoProcessWhenClosed() throws Exception {
        long pid;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(postgres.version()).startsWith("18.");
            pid = new Cluster(directory).pid();
            assertThat(ProcessHandle.of(pid)).isPresent();
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void startsAgainAfterTheServerWasKilled() throws Exception {
        try (EmbeddedPostgres killed = EmbeddedPostgres.start(directory)) {
            execute(killed, "CREATE TABLE crashed (text text)");
            long pid = new Cluster(directory).pid();
            Postmaster.signal(pid, "KILL");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.of(pid).isEmpty());
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SELECT count(*) FROM crashed")).isEqualTo("0");
        }
    }

    @Test
    void replacesAServerThatLostItsParent() throws Exception {
        try (EmbeddedPostgres orphan = EmbeddedPostgres.start(directory)) {
            execute(orphan, "CREATE TABLE orphaned (text text)");
            long pid = new Cluster(directory).pid();
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
                assertThat(query(postgres, "SELECT count(*) FROM orphaned")).isEqualTo("0");
                assertThat(ProcessHandle.of(pid)).isEmpty();
            }
        }
    }

    @Test
    void ignoresTheNoteOfAServerWhoseNumberNowBelongsToAnotherProgram() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Path note = directory.resolve("cluster/postmaster.pid");
        Files.writeString(note, ProcessHandle.current().pid() + "\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void movesToAnotherPortWhenItsOwnIsTaken() throws Exception {
        EmbeddedPostgres.start(directory).close();
        int port = Integer.parseInt(Files.readString(directory.resolve("port")).strip());
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(postgres.jdbcUrl()).doesNotContain(":" + port + "/");
        }
    }

    @Test
    void writesToDiskBeforeItAcknowledges() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void listensOnLoopbackOnlyAndAsksForThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "wrong"))
                    .isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void ordersNamesTheGermanWay() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            String names = "SELECT string_agg(n, ' ' ORDER BY n) FROM (VALUES ('Zeven'), ('Öhringen'), ('Peine')) v(n)";
            assertThat(query(postgres, names)).isEqualTo("Öhringen Peine Zeven");
        }
    }

    @Test
    void saysThatDataOfAnotherMajorVersionCannotBeOpened() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Path versionFile = directory.resolve("cluster/PG_VERSION");
        String version = Files.readString(versionFile);
        Files.writeString(versionFile, "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("--fresh");
        Files.writeString(versionFile, version);
    }

    @Test
    void saysThatThePasswordIsLost() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Path file = directory.resolve("password");
        String password = Files.readString(file);
        Files.writeString(file, "");
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is empty")
                .hasMessageContaining("--fresh");
        Files.writeString(file, password);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
