package de.visitenkarte.api.device;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.registry.Device;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Issues tokens. What is issued is good at once and takes effect for its predecessors only when it is used. */
public final class Tokens {

    /** Tokens on the way to a tablet at the same time: an answer can get lost, and come after the next all the same. */
    private static final int UNUSED = 3;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Runnable afterChange;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param afterChange makes this instance know a new token at once
     * @param random must not be predictable
     */
    public Tokens(Jdbi jdbi, AuditLog audit, Runnable afterChange, Clock clock, RandomGenerator random) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.afterChange = afterChange;
        this.clock = clock;
        this.random = random;
    }

    /** Issues a further token to a device. */
    Secret renew(Device device) {
        Secret token = jdbi.inTransaction(handle -> {
            Secret issued = issue(handle, device.id());
            audit.append(
                    handle,
                    new AuditEvent(
                            device.id(), AuditAction.TABLET_TOKEN_ISSUED, device.authorityId(), device.id(), Map.of()));
            return issued;
        });
        afterChange.run();
        return token;
    }

    /** Issues a token within a transaction; the caller has {@code afterChange} run when that is over. */
    Secret issue(Handle handle, String deviceId) {
        Instant now = clock.instant();
        Secret token = Secret.random(random);
        TokenDao dao = handle.attach(TokenDao.class);
        dao.insert(token.hash(), deviceId, now);
        dao.endUnused(deviceId, UNUSED, now);
        return token;
    }
}
