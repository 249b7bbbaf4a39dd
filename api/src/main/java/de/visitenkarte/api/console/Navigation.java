package de.visitenkarte.api.console;

import com.google.common.collect.ImmutableSet;
import de.visitenkarte.api.staff.Role;
import java.util.Arrays;
import java.util.List;

/** What each role finds in the navigation. A page that is not listed here is reached from another page. */
enum Navigation {
    HOME("/console/", "Übersicht", "", Role.values()),
    BOARD("/board/", "Ergebnisse", "Wartezeiten und Rückmeldungen", Role.MANAGER, Role.MINISTRY),
    TABLETS("/console/tablets", "Tablets", "Koppeln, prüfen, umbenennen, abmelden", Role.MANAGER),
    MEASURES("/console/measures", "Maßnahmen", "Was sich verbessert hat, und wann", Role.MANAGER, Role.MINISTRY),
    EXPORTS("/console/exports", "Export", "Freigegebene Zahlen als Tabelle", Role.MANAGER, Role.MINISTRY),
    POLICY("/console/policy", "Freigabe", "Ab wie vielen Antworten Zahlen gezeigt werden", Role.MINISTRY),
    ACCOUNTS("/console/accounts", "Konten", "Wer sich anmelden darf", Role.MINISTRY),
    AUDIT("/console/audit", "Protokoll", "Wer was getan hat", Role.values()),
    PASSWORD("/console/password", "Passwort", "Das eigene Passwort ändern", Role.values());

    private final String path;
    private final String label;
    private final String purpose;
    private final ImmutableSet<Role> roles;

    Navigation(String path, String label, String purpose, Role... roles) {
        this.path = path;
        this.label = label;
        this.purpose = purpose;
        this.roles = ImmutableSet.copyOf(roles);
    }

    /**
     * One link.
     *
     * @param purpose one line that says what is there
     * @param current whether the page that is shown belongs to it
     */
    record Entry(String path, String label, String purpose, boolean current) {}

    /** Returns the links of a role. */
    static List<Entry> of(Role role, boolean local, String currentPath) {
        return Arrays.stream(values())
                .filter(each -> each.roles.contains(role) && (local || each != PASSWORD))
                .map(each -> new Entry(each.path, each.label, each.purpose, each.holds(currentPath)))
                .toList();
    }

    private boolean holds(String currentPath) {
        return this == HOME ? currentPath.matches("/console/?") : currentPath.startsWith(path);
    }
}
