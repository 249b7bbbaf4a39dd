package de.visitenkarte.api.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements of {@code db/roles.sql}, as psql would send them: for a superuser's session in a new database, so that the
 * product runs with the same roles wherever it runs.
 *
 * @param migrationPassword of {@link #OWNER}
 * @param apiPassword of {@link #API}
 * @param boardPassword of {@link #BOARD}
 */
public record RoleScript(String migrationPassword, String apiPassword, String boardPassword) {

    /** The login that owns the schema. */
    public static final String OWNER = "visitenkarte";

    /** The login of the api. */
    public static final String API = "visitenkarte_api";

    /** The login of the board, which sees {@code dash} only. */
    public static final String BOARD = "visitenkarte_board";

    private static final Pattern VARIABLE = Pattern.compile(":'([a-z_]+)'");

    /** Returns the statements. */
    public String sql() {
        String withoutCommands =
                read().lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
        return VARIABLE.matcher(withoutCommands)
                .replaceAll(variable -> Matcher.quoteReplacement(quoted(value(variable.group(1)))));
    }

    /** Says nothing about the passwords. */
    @Override
    public String toString() {
        return "RoleScript";
    }

    private String value(String variable) {
        return switch (variable) {
            case "migration_password" -> migrationPassword;
            case "api_password" -> apiPassword;
            case "board_password" -> boardPassword;
            default -> throw new IllegalStateException("Nobody knows the variable " + variable);
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(RoleScript.class.getResourceAsStream("/db/roles.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
