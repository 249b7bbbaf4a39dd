package de.visitenkarte.api.console;

import de.visitenkarte.api.console.Shell.RoleText;
import de.visitenkarte.api.staff.Account;
import de.visitenkarte.api.staff.AccountFault;
import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the templates of the accounts show. */
final class AccountViews {

    private static final Set<AccountFault> OF_LOGIN = EnumSet.of(AccountFault.LOGIN_UNFIT, AccountFault.LOGIN_TAKEN);
    private static final Set<AccountFault> OF_RIGHTS = EnumSet.of(
            AccountFault.RIGHTS_MISSING,
            AccountFault.AUTHORITY_MISSING,
            AccountFault.AUTHORITY_UNKNOWN,
            AccountFault.AUTHORITY_NOT_WANTED);

    private AccountViews() {}

    /**
     * All accounts.
     *
     * @param passwords whether accounts can be made here
     */
    record Listed(List<Row> rows, boolean passwords) {}

    /** One of them. */
    record Row(String id, String name, String login, String role, String authority, String state, boolean disabled) {}

    static Listed list(List<Account> accounts, boolean passwords) {
        return new Listed(accounts.stream().map(AccountViews::row).toList(), passwords);
    }

    private static Row row(Account account) {
        return new Row(
                account.id(),
                account.displayName(),
                account.local() ? Objects.requireNonNull(account.login()) : "über den Identitätsanbieter",
                RoleText.of(account.role()),
                Objects.requireNonNullElse(account.authorityName(), "–"),
                account.disabledAt() != null ? "gesperrt" : account.oneTime() ? "noch nicht angemeldet" : "aktiv",
                account.disabledAt() != null);
    }

    /**
     * One account.
     *
     * @param problem what is wrong and belongs to no field; null if nothing is
     * @param own whether it is the account of who looks at it
     */
    record One(
            Row row,
            boolean local,
            boolean own,
            boolean done,
            Field name,
            Rights.Choices rights,
            @Nullable String rightsError,
            @Nullable String problem) {}

    static One one(
            Account account,
            String name,
            Rights.Choices rights,
            @Nullable AccountFault fault,
            boolean own,
            boolean done) {
        boolean ofField = fault == AccountFault.NAME_UNFIT || OF_RIGHTS.contains(fault);
        return new One(
                row(account),
                account.local(),
                own,
                done,
                name(name).error(text(fault, Set.of(AccountFault.NAME_UNFIT))),
                rights,
                text(fault, OF_RIGHTS),
                fault == null || ofField ? null : AccountTexts.of(fault));
    }

    /** An account that is to be made. */
    record Wanted(
            Field login,
            Field name,
            Rights.Choices rights,
            @Nullable String rightsError) {}

    static Wanted wanted(String login, String name, Rights.Choices rights, @Nullable AccountFault fault) {
        return new Wanted(
                Field.text("login", "Anmeldename", login)
                        .hint("Kleinbuchstaben, Ziffern und . _ - @, zum Beispiel die dienstliche E-Mail-Adresse.")
                        .error(text(fault, OF_LOGIN)),
                name(name).error(text(fault, Set.of(AccountFault.NAME_UNFIT))),
                rights,
                text(fault, OF_RIGHTS));
    }

    private static Field name(String value) {
        return Field.text("name", "Name", value).hint("So erscheint das Konto auf dem Bildschirm und in der Liste.");
    }

    private static @Nullable String text(@Nullable AccountFault fault, Set<AccountFault> ofField) {
        return fault != null && ofField.contains(fault) ? AccountTexts.of(fault) : null;
    }

    /** A one-time password, shown once. */
    record Shown(String id, String name, String login, String password) {}

    static Shown password(OneTimePassword created) {
        Account account = created.account();
        return new Shown(
                account.id(), account.displayName(), Objects.requireNonNull(account.login()), created.password());
    }
}
