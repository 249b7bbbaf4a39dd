package de.visitenkarte.standalone.postgres;

import com.sun.security.auth.module.UnixSystem;
import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL's programs run: they refuse root, so root takes one of two ways to look like somebody else.
 *
 * @param prefix what stands before each command line
 * @param uid who has to own the files of the cluster
 */
record RunAs(List<String> prefix, long uid) {

    /** {@code nobody}, and the number that users without a mapping have in a user namespace. */
    private static final long NOBODY = 65_534;

    private static final long ROOT = 0;
    private static final int PROBE_SECONDS = 20;

    /**
     * Returns the first way that works here.
     *
     * @param cluster the directory the programs must be able to write to; it is given to the user found
     * @throws StartFailure if none works
     */
    static RunAs find(PostgresProgram program, Path cluster) throws IOException {
        for (RunAs candidate : candidates(new UnixSystem().getUid())) {
            if (candidate.works(program, cluster)) {
                return candidate;
            }
        }
        throw new StartFailure("PostgreSQL cannot run from " + cluster.getParent()
                + (new UnixSystem().getUid() == ROOT
                        ? ": it refuses root, and neither a user namespace (unshare -U) nor the user nobody (setpriv)"
                                + " works here; start as an ordinary user, or choose a --data outside of /root."
                        : ": its programs do not start on this machine (glibc and libstdc++ are needed)."));
    }

    static List<RunAs> candidates(long ownUid) {
        if (ownUid != ROOT) {
            return List.of(new RunAs(List.of(), ownUid));
        }
        return List.of(
                // For the kernel still root, so that files below /root stay within reach.
                new RunAs(List.of("unshare", "-U", "--"), ROOT),
                new RunAs(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), NOBODY));
    }

    /** Returns the command line for a program that ends by itself. */
    List<String> command(List<String> command) {
        return concat(prefix, command);
    }

    /**
     * Returns the command line for a server: in a session of its own, so that Ctrl-C does not reach it before its
     * clients have stopped, and with a fast shutdown when the thread that starts it ends, as after a kill -9. Where
     * the tools for that are missing (macOS), the next start ends a server that was left behind.
     */
    List<String> serverCommand(List<String> command) {
        List<String> bound = List.of("setsid", "setpriv", "--pdeathsig", "INT", "--");
        return concat(prefix, output(concat(bound, List.of("true"))) != null ? concat(bound, command) : command);
    }

    /** Gives a file or directory, with all in it, to this user. */
    void own(Path path) throws IOException {
        if (uid == owner(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Files.setAttribute(each, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private boolean works(PostgresProgram program, Path cluster) throws IOException {
        own(cluster);
        String script = "test -w \"$0\" && exec \"$1\" --version";
        String postgres = program.executable("postgres").toString();
        return output(command(List.of("sh", "-c", script, cluster.toString(), postgres))) != null;
    }

    private static long owner(Path path) throws IOException {
        return Integer.toUnsignedLong((Integer) Files.getAttribute(path, "unix:uid"));
    }

    private static @Nullable String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : null;
        } catch (IOException noSuchTool) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
