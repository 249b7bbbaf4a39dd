package de.visitenkarte.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person needs to know once everything runs. */
final class Banner {

    /** The authority of the tablet that people try. */
    private static final String TRIAL_AUTHORITY = "musterstadt";

    private Banner() {}

    /**
     * Returns the text, several lines.
     *
     * @param log the log of all parts
     */
    static String text(Standalone standalone, Path log) {
        String token = standalone.trialDeviceToken();
        Addresses addresses = standalone.addresses();
        String root = "http://localhost:" + addresses.port();
        return "\nVisitenkarte is running."
                + (token == null ? "" : " ALL DATA IS SIMULATED: authorities, visitors and waits are invented.")
                + "\n\n"
                + line("Tablet", root + "/tablet/" + fragment(token))
                + line("Board", root + "/board/" + (token == null ? "" : "?amt=" + TRIAL_AUTHORITY))
                + signIn(root, standalone.signIns())
                + line("API", root + "/v1/openapi.json")
                + line("Metrics", metrics(addresses.adminPort()) + " and " + metrics(addresses.streamsPort()))
                + line("Data", standalone.data().toString())
                + line("Log", log.toString())
                + (token == null ? "" : hint())
                + "\nStop with Ctrl-C. The data stays; --fresh deletes it at the next start.\n";
    }

    /** One-time passwords are told this once: afterwards nobody knows them. */
    private static String signIn(String root, List<SignIn> signIns) {
        if (signIns.isEmpty()) {
            return line("Sign in", "as before; forgotten: ./run --reset-password LOGIN");
        }
        return line(
                        "Sign in",
                        root + "/console/ (one-time passwords, shown this once; choose your own when you sign in)")
                + signIns.stream()
                        .map(signIn -> line("", String.format("%-20s %s", signIn.login(), signIn.password())))
                        .collect(Collectors.joining());
    }

    private static String hint() {
        return """

                Tap ten times: figures begin with ten and move by five or more, so that nobody can be singled out.
                The tablet's address is for one browser, as a tablet is; the next start offers another.
                """;
    }

    private static String line(String name, String value) {
        return String.format("  %-8s %s%n", name, value);
    }

    private static String fragment(@Nullable String token) {
        return token == null ? "" : "#token=" + token;
    }

    private static String metrics(int port) {
        return "http://localhost:" + port + "/metrics";
    }
}
