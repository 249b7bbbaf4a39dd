package de.visitenkarte.api.measure;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The measures. A manager logs those of the own authority; the ministry reads all. A measure of another authority is answered
 * like one that does not exist: with {@link NotFoundException}; whoever may not at all gets a {@link ForbiddenException}.
 */
public final class Measures {

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;

    public Measures(Jdbi jdbi, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lists the latest measures, also those that were withdrawn.
     *
     * @param authorityId whose; null for all that the reader may see
     * @param field of which field; null for all
     * @param limit how many at most
     */
    public List<Measure> list(Staff reader, @Nullable String authorityId, @Nullable FieldOfAction field, int limit) {
        String whose = reader.role() == Role.MINISTRY ? authorityId : authorityOf(reader);
        if (authorityId != null && !reader.maySee(authorityId)) {
            throw new NotFoundException();
        }
        return jdbi.onDemand(MeasureDao.class).list(whose, field == null ? null : field.code(), limit).stream()
                .map(MeasureDao.Row::measure)
                .toList();
    }

    /** Returns a measure of the manager's authority. */
    public Measure get(Staff manager, String id) {
        return jdbi.onDemand(MeasureDao.class)
                .find(id, authorityOf(manager))
                .orElseThrow(NotFoundException::new)
                .measure();
    }

    /** Logs a measure and returns its id. */
    public String log(Staff manager, MeasureDraft draft) {
        String authorityId = authorityOf(manager);
        String id = UUID.randomUUID().toString();
        jdbi.useTransaction(handle -> {
            handle.attach(MeasureDao.class).insert(id, authorityId, draft, now());
            note(handle, manager, AuditAction.MEASURE_LOGGED, id, describe(draft));
        });
        return id;
    }

    /** Changes a measure; what changed is in the audit log. One that was withdrawn does not change any more. */
    public void change(Staff manager, String id, MeasureDraft draft) {
        jdbi.useTransaction(handle -> {
            Measure before = lock(handle, manager, id);
            if (before.counts() && !before.content().equals(draft)) {
                handle.attach(MeasureDao.class).update(id, draft, now());
                note(handle, manager, AuditAction.MEASURE_CHANGED, id, differences(before.content(), draft));
            }
        });
    }

    /** Takes a measure back: it no longer counts, and stays. Again, it changes nothing. */
    public void withdraw(Staff manager, String id) {
        jdbi.useTransaction(handle -> {
            if (lock(handle, manager, id).counts()) {
                handle.attach(MeasureDao.class).withdraw(id, now());
                note(handle, manager, AuditAction.MEASURE_WITHDRAWN, id, Map.of());
            }
        });
    }

    private static Measure lock(Handle handle, Staff manager, String id) {
        return handle.attach(MeasureDao.class)
                .lock(id, authorityOf(manager))
                .orElseThrow(NotFoundException::new)
                .measure();
    }

    private static Map<String, String> differences(MeasureDraft before, MeasureDraft after) {
        Map<String, String> now = describe(after);
        Map<String, String> differences = new TreeMap<>();
        describe(before).forEach((name, value) -> {
            if (!value.equals(now.get(name))) {
                differences.put(name, value + " → " + now.get(name));
            }
        });
        if (!before.text().equals(after.text())) {
            differences.put("text", "changed");
        }
        return differences;
    }

    /** Without the text: what stands in the audit log stays there for good. */
    private static Map<String, String> describe(MeasureDraft draft) {
        return Map.of(
                "field", draft.field().code(),
                "title", draft.title(),
                "startsOn", draft.startsOn().toString(),
                "endsOn", Objects.toString(draft.endsOn(), "–"));
    }

    private void note(Handle handle, Staff manager, AuditAction action, String id, Map<String, String> details) {
        audit.append(handle, new AuditEvent(manager.accountId(), action, authorityOf(manager), id, details));
    }

    private Instant now() {
        return clock.instant();
    }

    private static String authorityOf(Staff manager) {
        if (manager.authorityId() == null) {
            throw new ForbiddenException();
        }
        return manager.authorityId();
    }
}
