package de.visitenkarte.api.grafana;

/**
 * One who gets an organisation in Grafana of their own.
 *
 * @param sees id of an authority, or {@link #MINISTRY}
 * @param name for people
 * @param login role in PostgreSQL. It has a number instead of a name: every login can read the names of all
 * @param locked whether it is no longer in the registry
 */
public record Tenant(String sees, String name, String login, boolean locked) {

    /** Who sees all authorities, as {@code access.login} writes it. */
    static final String MINISTRY = "*";

    boolean isMinistry() {
        return sees.equals(MINISTRY);
    }
}
