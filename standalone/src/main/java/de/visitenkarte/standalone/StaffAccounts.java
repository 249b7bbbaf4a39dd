package de.visitenkarte.standalone;

import de.visitenkarte.standalone.machine.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts with which a new installation begins. Who has chosen a password of their own is left alone. */
final class StaffAccounts {

    /** Of the ministry, which makes all others. */
    static final String MINISTRY = "ministerium";

    private static final String CENTRAL = """
            accounts:
              - login: ministerium
                name: Ministerium
                role: ministry
              - login: betrieb
                name: Betrieb
                role: operator
            """;

    private static final String MANAGER = """
              - login: leitung-musterstadt
                name: Leitung Musterstadt
                role: manager
                authority: musterstadt
            """;

    private StaffAccounts() {}

    /**
     * Makes the accounts that are missing.
     *
     * @param directory for the file that lists them; it holds no secret
     * @param demo whether there is an authority to manage
     * @param forgotten login whose password is to be replaced; null if nobody's
     * @return one-time passwords of those that are new or renewed
     */
    static List<SignIn> prepare(
            Map<String, String> environment, Path directory, boolean demo, @Nullable String forgotten)
            throws Exception {
        Path file = write(directory.resolve("accounts.yaml"), demo ? CENTRAL + MANAGER : CENTRAL);
        List<SignIn> signIns =
                new ArrayList<>(signIns(LocalApi.account(environment, "import", "--file", file.toString())));
        if (forgotten != null
                && signIns.stream().noneMatch(signIn -> signIn.login().equals(forgotten))) {
            signIns.addAll(signIns(LocalApi.account(environment, "reset", forgotten)));
        }
        return List.copyOf(signIns);
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be written.", e);
        }
    }

    /** Reads what the command prints: login and password on each line. */
    private static List<SignIn> signIns(String printed) {
        return printed.lines()
                .map(line -> line.split(" +", -1))
                .map(words -> new SignIn(words[0], words[1]))
                .toList();
    }
}
