package de.visitenkarte.api.staff;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.staff.AccountFault.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The accounts, and everything that changes them. Who did it is written down. */
public final class Accounts {

    private static final String LOGIN = "[a-z0-9][a-z0-9._@-]{1,63}";
    private static final int LONGEST_NAME = 100;

    private final Jdbi jdbi;
    private final Passwords passwords;
    private final AuditLog audit;
    private final Clock clock;

    public Accounts(Jdbi jdbi, Passwords passwords, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An account that is wanted.
     *
     * @param login small letters
     * @param authorityId for a manager; null for everyone else
     */
    public record Wish(
            String login,
            String displayName,
            Role role,
            @Nullable String authorityId) {}

    /** A password that works once, told once. */
    public record OneTimePassword(Account account, String password) {}

    /** Returns all accounts, by role, authority and name. */
    public List<Account> list() {
        return jdbi.onDemand(AccountDao.class).list().stream()
                .map(AccountDao.Row::account)
                .toList();
    }

    /** Returns an account. */
    public Optional<Account> find(String id) {
        return jdbi.onDemand(AccountDao.class).find(id).map(AccountDao.Row::account);
    }

    /**
     * Returns the local account of a login.
     *
     * @throws Refused if there is none
     */
    public Account getByLogin(String login) {
        return list().stream()
                .filter(account -> login.equals(account.login()))
                .findFirst()
                .orElseThrow(() -> new Refused(AccountFault.UNKNOWN));
    }

    /** Returns all authorities that can be led, by name. */
    public List<AccountDao.Authority> authorities() {
        return jdbi.onDemand(AccountDao.class).listAuthorities();
    }

    /**
     * Makes a local account.
     *
     * @param actor who does it
     * @throws Refused if the wish cannot be granted
     */
    public OneTimePassword create(String actor, Wish wish) {
        String login = wish.login().strip().toLowerCase(Locale.ROOT);
        refuseIf(!login.matches(LOGIN), AccountFault.LOGIN_UNFIT);
        String password = passwords.generate();
        String hash = passwords.hash(password);
        String id = UUID.randomUUID().toString();
        return jdbi.inTransaction(handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            check(dao, wish.displayName(), wish.role(), wish.authorityId());
            int added = dao.insert(
                    id, login, hash, wish.displayName().strip(), wish.role().code(), wish.authorityId(), now());
            refuseIf(added == 0, AccountFault.LOGIN_TAKEN);
            Account account = get(dao, id);
            note(handle, actor, AuditAction.ACCOUNT_CREATED, account, describe(account));
            return new OneTimePassword(account, password);
        });
    }

    /**
     * Makes those accounts that do not exist yet, told by their logins.
     *
     * @throws Refused if a wish cannot be granted; those before it have been
     */
    public List<OneTimePassword> createMissing(String actor, List<Wish> wishes) {
        Set<@Nullable String> present = list().stream().map(Account::login).collect(Collectors.toSet());
        return wishes.stream()
                .filter(wish -> !present.contains(wish.login()))
                .map(wish -> create(actor, wish))
                .toList();
    }

    /**
     * Gives a local account another name, role or authority. With another role or authority its sessions end.
     *
     * @throws Refused if it cannot be done
     */
    public Account change(String actor, String id, String displayName, Role role, @Nullable String authorityId) {
        return jdbi.inTransaction(handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            Account before = get(dao, id);
            refuseIf(!before.local(), AccountFault.NOT_LOCAL);
            check(dao, displayName, role, authorityId);
            boolean otherRights = before.role() != role || !Objects.equals(before.authorityId(), authorityId);
            refuseIf(otherRights && id.equals(actor), AccountFault.OWN_ACCOUNT);
            dao.update(id, displayName.strip(), role.code(), authorityId);
            if (otherRights) {
                handle.attach(SessionDao.class).deleteOf(id);
            }
            Account after = get(dao, id);
            note(handle, actor, AuditAction.ACCOUNT_CHANGED, after, describe(after));
            return after;
        });
    }

    /**
     * Lets an account no longer sign in, and ends its sessions; or lets it sign in again.
     *
     * @throws Refused if it cannot be done
     */
    public Account disable(String actor, String id, boolean disabled) {
        refuseIf(id.equals(actor), AccountFault.OWN_ACCOUNT);
        return jdbi.inTransaction(handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            get(dao, id);
            dao.setDisabled(id, disabled ? now() : null);
            handle.attach(SessionDao.class).deleteOf(id);
            Account account = get(dao, id);
            note(
                    handle,
                    actor,
                    disabled ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED,
                    account,
                    Map.of());
            return account;
        });
    }

    /**
     * Replaces the password of a local account by a one-time password, and ends its sessions.
     *
     * @throws Refused if it cannot be done
     */
    public OneTimePassword reset(String actor, String id) {
        String password = passwords.generate();
        String hash = passwords.hash(password);
        return jdbi.inTransaction(handle -> {
            AccountDao dao = handle.attach(AccountDao.class);
            get(dao, id);
            refuseIf(dao.setPassword(id, hash, true) == 0, AccountFault.NOT_LOCAL);
            handle.attach(SessionDao.class).deleteOf(id);
            Account account = get(dao, id);
            note(handle, actor, AuditAction.PASSWORD_RESET, account, Map.of());
            return new OneTimePassword(account, password);
        });
    }

    private static void check(AccountDao dao, String displayName, Role role, @Nullable String authorityId) {
        String name = displayName.strip();
        refuseIf(name.isEmpty() || name.length() > LONGEST_NAME, AccountFault.NAME_UNFIT);
        if (role == Role.MANAGER) {
            refuseIf(authorityId == null, AccountFault.AUTHORITY_MISSING);
            refuseIf(authorityId != null && !dao.isAuthority(authorityId), AccountFault.AUTHORITY_UNKNOWN);
        } else {
            refuseIf(authorityId != null, AccountFault.AUTHORITY_NOT_WANTED);
        }
    }

    private static Account get(AccountDao dao, String id) {
        return dao.find(id).orElseThrow(() -> new Refused(AccountFault.UNKNOWN)).account();
    }

    private static Map<String, String> describe(Account account) {
        return Map.of("role", account.role().code(), "login", Objects.requireNonNullElse(account.login(), ""));
    }

    private void note(Handle handle, String actor, AuditAction action, Account account, Map<String, String> details) {
        audit.append(handle, new AuditEvent(actor, action, account.authorityId(), account.id(), details));
    }

    private Instant now() {
        return clock.instant();
    }

    private static void refuseIf(boolean wrong, AccountFault fault) {
        if (wrong) {
            throw new Refused(fault);
        }
    }
}
