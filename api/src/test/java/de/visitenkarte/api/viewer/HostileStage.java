package de.visitenkarte.api.viewer;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.grafana.GrafanaSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/** A database with the roles of production, everybody's logins, and a mark on everything that somebody must not see. */
final class HostileStage {

    private final String url = PostgresForTests.newMigratedDatabaseWithRoles();
    private final Jdbi superuser = Database.jdbi(PostgresForTests.login(url, "postgres"));
    private final Map<String, String> logins;

    /** Who tries, by what they see; what is theirs, and what must not come to their eyes, as words. */
    enum Reader {
        ALPHA(
                "alphastadt",
                "111000111 444000441 Alphaname",
                "222000222 444000442 444000443 333000333 etaname etaoffice 2222-02-22 2333-03-03 987654321"),
        BETA(
                "betastadt",
                "222000222 444000442 Betaname",
                "111000111 444000441 444000443 333000333 lphaname lphaoffice 2333-03-03 987654321"),
        MINISTRY("*", "111000111 222000222 333000333 Betaname", "444000441 444000442 444000443 987654321"),
        BOARD_FOR_ALPHA("", ALPHA.own, ALPHA.forbidden),
        BOARD_FOR_NOBODY(
                "", "", "111000111 222000222 333000333 44400044 lphaname etaname lphaoffice etaoffice 987654321");

        final String sees;
        private final String own;
        private final String forbidden;

        Reader(String sees, String own, String forbidden) {
            this.sees = sees;
            this.own = own;
            this.forbidden = forbidden;
        }

        List<String> own() {
            return own.isEmpty() ? List.of() : List.of(own.split(" ", -1));
        }

        List<String> forbidden() {
            return List.of(forbidden.split(" ", -1));
        }

        boolean isBoard() {
            return sees.isEmpty();
        }
    }

    /** @param directory gets what the command writes for Grafana */
    HostileStage(Path directory) {
        DataSource owner = PostgresForTests.login(url, "visitenkarte");
        runFile("stage.sql");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Jdbi jdbi = Database.jdbi(owner);
        new GrafanaSetup(jdbi, new AuditLog(jdbi, Clock.systemUTC()), () -> new byte[32], nowhere)
                .run(new GrafanaSetup.Request(directory, directory, null, "", "", false));
        logins = superuser.withHandle(handle -> handle.createQuery("SELECT sees, role_name FROM access.login")
                .setMapKeyColumn("sees")
                .setMapValueColumn("role_name")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    HostileSession open(Reader reader) throws SQLException {
        if (!reader.isBoard()) {
            return new HostileSession(login(Objects.requireNonNull(logins.get(reader.sees))), List.of());
        }
        if (reader == Reader.BOARD_FOR_NOBODY) {
            return new HostileSession(login("visitenkarte_board"), List.of("SET ROLE dash_reader"));
        }
        Seal seal = Database.jdbi(PostgresForTests.login(url, "visitenkarte_api"))
                .withExtension(ViewerDao.class, ViewerDao::getSeal);
        return new HostileSession(
                login("visitenkarte_board"),
                List.of(
                        "SET ROLE dash_reader",
                        "SET visitenkarte.viewer = '" + seal.put(Viewer.authority("alphastadt")) + "'"));
    }

    void run(String sql) {
        PostgresForTests.execute(PostgresForTests.login(url, "postgres"), sql);
    }

    /** Runs a file of the folder {@code hostile}. */
    void runFile(String name) {
        try {
            run(Files.readString(Path.of("src/test/resources/hostile", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> list(String sql) {
        return superuser.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private DataSource login(String user) {
        // The board's pool and Grafana both send several statements at once if they are told to.
        return PostgresForTests.login(url + "&preferQueryMode=simple", user);
    }
}
