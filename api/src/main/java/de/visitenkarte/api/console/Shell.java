package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param user null where nobody is signed in
 * @param simulated whether invented data are shown
 */
record Shell(@Nullable User user, List<Navigation.Entry> navigation, boolean simulated) {

    /**
     * Who is signed in.
     *
     * @param formToken for every form
     * @param home whether there is more to see than signing out
     */
    record User(String name, String role, @Nullable String authority, String formToken, boolean home, boolean local) {

        static User of(Session session) {
            return new User(
                    session.staff().displayName(),
                    RoleText.of(session.staff().role()),
                    session.authorityName(),
                    session.formToken(),
                    !session.oneTime(),
                    !session.external());
        }
    }

    /** How roles are called in German. */
    static final class RoleText {

        private RoleText() {}

        static String of(Role role) {
            return switch (role) {
                case MANAGER -> "Behördenleitung";
                case MINISTRY -> "Ministerium";
                case OPERATOR -> "Betrieb";
            };
        }
    }
}
