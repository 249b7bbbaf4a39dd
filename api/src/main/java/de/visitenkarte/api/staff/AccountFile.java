package de.visitenkarte.api.staff;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts to be made, in a file.
 *
 * @param accounts one for each person
 */
public record AccountFile(List<Entry> accounts) {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    // Jackson passes null for what the file leaves out.
    public AccountFile {
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
    }

    /**
     * One account.
     *
     * @param role manager, ministry or operator
     * @param authority id of the authority that a manager leads; null for everyone else
     */
    public record Entry(
            String login,
            String name,
            String role,
            @Nullable String authority) {

        public Entry {
            if (login == null || name == null || role == null) {
                throw new IllegalArgumentException("Expected login, name and role of every account");
            }
        }

        private Accounts.Wish wish() {
            return new Accounts.Wish(login, name, Role.ofCode(role), authority);
        }
    }

    /**
     * Reads a YAML file.
     *
     * @throws IllegalArgumentException if it cannot be read or is not acceptable
     */
    public static AccountFile read(Path file) {
        try {
            return YAML.readValue(file.toFile(), AccountFile.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("The accounts cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the accounts that are wanted. */
    public List<Accounts.Wish> wishes() {
        return accounts.stream().map(Entry::wish).toList();
    }
}
