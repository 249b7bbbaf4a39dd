package de.visitenkarte.standalone.postgres;

import de.visitenkarte.standalone.machine.FileTree;
import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The files of the database. Made under another name first, so that an interrupted making leaves no half cluster. */
final class Cluster {

    private final Path directory;
    private final Path finished;
    private final Path unfinished;

    Cluster(Path directory) {
        this.directory = directory;
        this.finished = directory.resolve("cluster");
        this.unfinished = directory.resolve("cluster.new");
    }

    Path path() {
        return finished;
    }

    boolean exists() {
        return Files.exists(finished);
    }

    /** Returns the directory that PostgreSQL's user must be able to write to: the cluster, or where it will be made. */
    Path prepare() throws IOException {
        if (Files.exists(finished)) {
            return finished;
        }
        if (Files.exists(unfinished)) {
            FileTree.delete(unfinished);
        }
        return Files.createDirectory(unfinished, permissions("rwx------"));
    }

    /** Makes the cluster if there is none; its superuser {@code postgres} has the password. */
    void create(PostgresProgram program, RunAs user, String password) throws IOException, InterruptedException {
        if (Files.exists(finished)) {
            return;
        }
        Path passwordFile = directory.resolve("initdb-password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, permissions("rw-------"));
        try {
            Files.writeString(passwordFile, password);
            user.own(passwordFile);
            initdb(program, user, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the number in the cluster's file of the running server, or 0 if there is no such file. */
    long pid() throws IOException {
        Path file = pidFile();
        if (!Files.exists(file)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).strip());
    }

    /** Removes the note that a server runs. Only for a caller that knows that none does. */
    void forgetServer() throws IOException {
        Files.deleteIfExists(pidFile());
    }

    /**
     * Checks that this PostgreSQL can open the cluster.
     *
     * @throws StartFailure if another major version wrote it
     */
    void check(String version) throws IOException {
        String major = Files.readString(finished.resolve("PG_VERSION")).strip();
        if (!version.equals(major)) {
            throw new StartFailure("The data in " + finished + " was written by PostgreSQL " + major
                    + " and this release brings PostgreSQL " + version
                    + ": keep the older release, or begin anew with --fresh.");
        }
    }

    private void initdb(PostgresProgram program, RunAs user, Path passwordFile)
            throws IOException, InterruptedException {
        List<String> command = user.command(List.of(
                program.executable("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                // The same German order of names on every machine, whatever locales it has.
                "--locale-provider=icu",
                "--icu-locale=de-DE"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new StartFailure("The database could not be created in " + directory + ".", new IOException(output));
        }
    }

    private Path pidFile() {
        return finished.resolve("postmaster.pid");
    }

    static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
