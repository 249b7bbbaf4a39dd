package de.visitenkarte.api.console;

import de.visitenkarte.api.staff.Account;
import de.visitenkarte.api.staff.AccountDao;
import de.visitenkarte.api.staff.AccountFault;
import de.visitenkarte.api.staff.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role, with the authority that belongs to it, as one choice of a form: so that the two cannot contradict. */
record Rights(Role role, @Nullable String authorityId) {

    private static final String MANAGER = Role.MANAGER.code() + ":";

    /**
     * Reads the value of a choice.
     *
     * @throws AccountFault.Refused if nothing was chosen
     */
    static Rights of(String value) {
        if (value.startsWith(MANAGER)) {
            return new Rights(Role.MANAGER, value.substring(MANAGER.length()));
        }
        return switch (value) {
            case "ministry" -> new Rights(Role.MINISTRY, null);
            case "operator" -> new Rights(Role.OPERATOR, null);
            default -> throw new AccountFault.Refused(AccountFault.RIGHTS_MISSING);
        };
    }

    static Rights of(Account account) {
        return new Rights(account.role(), account.authorityId());
    }

    String value() {
        return authorityId == null ? role.code() : MANAGER + authorityId;
    }

    /** One line of a list to choose from. */
    record Choice(String value, String label, boolean selected) {}

    /**
     * All there is to choose.
     *
     * @param managers one for each authority
     */
    record Choices(boolean nothingChosen, List<Choice> central, List<Choice> managers) {}

    static Choices choices(String chosen, List<AccountDao.Authority> authorities) {
        List<Choice> central = List.of(
                choice("ministry", "Ministerium: alle Behörden, Konten und Regeln", chosen),
                choice("operator", "Betrieb: technischer Zustand, keine Ergebnisse", chosen));
        List<Choice> managers = authorities.stream()
                .map(authority -> choice(MANAGER + authority.id(), authority.name(), chosen))
                .toList();
        return new Choices(chosen.isEmpty(), central, managers);
    }

    private static Choice choice(String value, String label, String chosen) {
        return new Choice(value, label, value.equals(chosen));
    }
}
