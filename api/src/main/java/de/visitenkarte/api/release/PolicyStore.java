package de.visitenkarte.api.release;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.staff.Staff;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The release policy in force: the built-in floor until the ministry asks for more. */
public final class PolicyStore {

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;

    public PolicyStore(Jdbi jdbi, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the policy that the next release will follow. */
    public ReleasePolicy current() {
        return jdbi.withHandle(PolicyStore::current);
    }

    static ReleasePolicy current(Handle handle) {
        return handle.attach(PolicyDao.class).findNewest().orElse(ReleasePolicy.FLOOR);
    }

    /** Puts a policy in force from the next release on. What has been released stays as it is; the same again does nothing. */
    public void change(Staff staff, ReleasePolicy policy) {
        jdbi.useTransaction(handle -> {
            handle.execute("LOCK TABLE release.policy IN SHARE ROW EXCLUSIVE MODE");
            ReleasePolicy before = current(handle);
            if (before.equals(policy)) {
                return;
            }
            handle.attach(PolicyDao.class).insert(clock.instant(), staff.accountId(), policy);
            audit.append(
                    handle,
                    new AuditEvent(
                            staff.accountId(),
                            AuditAction.POLICY_CHANGED,
                            null,
                            "release-policy",
                            differences(before, policy)));
        });
    }

    private static Map<String, String> differences(ReleasePolicy before, ReleasePolicy after) {
        Map<String, String> differences = new TreeMap<>();
        note(differences, "blockSize", before.blockSize(), after.blockSize());
        note(differences, "shareMinimum", before.shareMinimum(), after.shareMinimum());
        note(differences, "extremesMinimum", before.extremesMinimum(), after.extremesMinimum());
        note(differences, "comparisonMinimum", before.comparisonMinimum(), after.comparisonMinimum());
        return differences;
    }

    private static void note(Map<String, String> differences, String name, int before, int after) {
        if (before != after) {
            differences.put(name, before + " → " + after);
        }
    }
}
