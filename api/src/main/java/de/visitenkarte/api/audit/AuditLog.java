package de.visitenkarte.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes down who did what, in the transaction that does it. */
public final class AuditLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final Clock clock;

    public AuditLog(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Writes an entry down by itself: for what changes nothing else in the database. */
    public void append(AuditEvent event) {
        jdbi.useTransaction(handle -> append(handle, event));
    }

    /** Writes an entry down in a transaction, which holds back other writers of the log until it ends: call it last. */
    public void append(Handle handle, AuditEvent event) {
        AuditDao dao = handle.attach(AuditDao.class);
        dao.lock();
        AuditDao.Last last = dao.findLast().orElse(new AuditDao.Last(0, AuditEntry.START));
        AuditEntry entry = new AuditEntry(
                last.number() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                event.actor(),
                event.action().code(),
                event.authorityId(),
                event.subject(),
                new TreeMap<>(event.details()));
        dao.insert(
                entry.number(),
                entry.occurredAt(),
                entry.actor(),
                entry.action(),
                entry.authorityId(),
                entry.subject(),
                json(entry.details()),
                entry.hashAfter(last.hash()));
    }

    private static String json(SortedMap<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
