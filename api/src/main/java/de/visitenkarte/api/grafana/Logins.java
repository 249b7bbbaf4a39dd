package de.visitenkarte.api.grafana;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One login in PostgreSQL for each authority in the registry, and one for the ministry. */
final class Logins {

    private final Jdbi owner;
    private final AuditLog audit;
    private final OwnFiles files;
    private final Supplier<byte[]> randomness;

    /**
     * Changes nothing yet.
     *
     * @param owner connections of the owner of the schema
     * @param randomness 32 bytes that nobody can guess, for each call
     */
    Logins(Jdbi owner, AuditLog audit, OwnFiles files, Supplier<byte[]> randomness) {
        this.owner = owner;
        this.audit = audit;
        this.files = files;
        this.randomness = randomness;
    }

    /**
     * What has been done.
     *
     * @param created how many logins are new
     * @param script statements that a superuser has to run because the owner may not make roles; empty if it may
     */
    record Outcome(List<Tenant> tenants, int created, List<String> script) {}

    /**
     * Brings all logins about and locks those whose authority has left the registry.
     *
     * @param rotate whether logins get a new password that have one
     */
    Outcome run(boolean rotate) {
        return owner.inTransaction(handle -> {
            LoginDao dao = handle.attach(LoginDao.class);
            dao.lock();
            List<String> missing = dao.listMissing();
            missing.forEach(dao::insert);
            List<Tenant> before = dao.listTenants();
            dao.updateLocks();
            List<Tenant> tenants = dao.listTenants();
            List<String> script = new ArrayList<>();
            tenants.forEach(tenant -> script.addAll(statements(tenant, rotate)));
            List<String> left = execute(handle, dao, script);
            for (int i = 0; i < tenants.size(); i++) {
                Tenant tenant = tenants.get(i);
                boolean turned = tenant.locked() != before.get(i).locked();
                note(tenant, missing.contains(tenant.sees()), turned, rotate)
                        .ifPresent(event -> audit.append(handle, event));
            }
            return new Outcome(tenants, missing.size(), left);
        });
    }

    private List<String> statements(Tenant tenant, boolean rotate) {
        String file = passwordFile(tenant);
        if (tenant.locked()) {
            files.delete(file);
            return LoginScript.lock(tenant.login());
        }
        Optional<String> known = rotate ? Optional.empty() : files.find(file);
        String password = known.map(String::strip).orElseGet(() -> {
            String made = HexFormat.of().formatHex(randomness.get());
            files.writeSecret(file, made);
            return made;
        });
        return LoginScript.open(tenant.login(), password);
    }

    private static Optional<AuditEvent> note(Tenant tenant, boolean isNew, boolean turned, boolean rotate) {
        AuditAction action;
        if (turned) {
            action = tenant.locked() ? AuditAction.GRAFANA_LOGIN_LOCKED : AuditAction.GRAFANA_LOGIN_UNLOCKED;
        } else if (isNew) {
            action = AuditAction.GRAFANA_LOGIN_CREATED;
        } else if (rotate && !tenant.locked()) {
            action = AuditAction.GRAFANA_PASSWORD_ROTATED;
        } else {
            return Optional.empty();
        }
        String authority = tenant.isMinistry() ? null : tenant.sees();
        return Optional.of(new AuditEvent("system", action, authority, tenant.login(), Map.of()));
    }

    private static List<String> execute(Handle handle, LoginDao dao, List<String> script) {
        if (!dao.mayCreateRoles()) {
            return script;
        }
        script.forEach(handle::execute);
        return List.of();
    }

    static String passwordFile(Tenant tenant) {
        return "passwords/" + tenant.login();
    }
}
