package de.visitenkarte.standalone.postgres;

import de.visitenkarte.standalone.machine.FileTree;
import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the archive on the class path. */
final class PostgresProgram {

    private static final String PREFIX = "program-";

    private final Path home;

    private PostgresProgram(Path home) {
        this.home = home;
    }

    /** Returns the programs below the directory, and unpacks them first if this version is not there yet. */
    static PostgresProgram install(Path directory) throws IOException {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL url = PostgresProgram.class.getResource(archive);
        if (url == null) {
            throw new StartFailure("No PostgreSQL for this machine (" + archive
                    + ") is part of this build: build it on such a machine.");
        }
        Path home = directory.resolve(PREFIX + fingerprint(url));
        if (!Files.exists(home)) {
            removeOthers(directory);
            Path partial = directory.resolve(PREFIX + "partial");
            try (InputStream in = url.openStream()) {
                unpack(in, partial);
            }
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresProgram(home);
    }

    /** Returns the full path of {@code initdb} or {@code postgres}. */
    Path executable(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Returns this PostgreSQL's major version, such as 18; clusters of another one cannot be opened. */
    String majorVersion() throws IOException {
        // initdb checks the same first line: "# PostgreSQL 18".
        try (Stream<String> lines = Files.lines(home.resolve("share/postgresql/postgres.bki"))) {
            return lines.findFirst().orElseThrow().replaceAll("\\D", "");
        }
    }

    static String archive(String osName, String osArch) {
        String system = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = osArch.equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + machine + ".txz";
    }

    /** The archive's checksum, which the jar's directory holds, so that it need not be read. */
    private static String fingerprint(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            createReadable(path);
            return;
        }
        createReadable(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        // Readable for all, because root lets another user run them (RunAs), and whatever the umask is.
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void createReadable(@Nullable Path directory) throws IOException {
        if (directory != null && !Files.exists(directory)) {
            createReadable(directory.getParent());
            Files.createDirectory(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void removeOthers(Path directory) throws IOException {
        List<Path> others;
        try (Stream<Path> children = Files.list(directory)) {
            others = children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path other : others) {
            FileTree.delete(other);
        }
    }
}
