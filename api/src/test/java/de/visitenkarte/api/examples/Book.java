package de.visitenkarte.api.examples;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/**
 * What the books say of one source in the first partition, which used each number from 1 up once.
 *
 * @param kind {@code rating} or {@code visit}
 */
public record Book(
        String kind,
        String officeId,
        String sourceId,
        long accepted,
        long counted,
        long quarantined,
        Instant changedAt) {

    /** Everything that was accepted is counted. */
    public static Book aBook(String kind, String officeId, String sourceId, long records) {
        return new Book(kind, officeId, sourceId, records, records, 0, Examples.NOW);
    }

    public void insert(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO account.source
                            (kind, partition, office_id, source_id, authority_id, accepted, counted, quarantined,
                             duplicates, replays, sequence_numbers, highest_sequence_number, changed_at)
                        VALUES (:kind, 0, :officeId, :sourceId, '', :accepted, :counted, :quarantined, 0, 0,
                            :accepted, :accepted, :changedAt)
                        """).bindMethods(this).execute());
    }
}
