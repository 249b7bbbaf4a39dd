package de.visitenkarte.api.device;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tokens of devices. */
public interface TokenDao {

    @SqlUpdate("""
            INSERT INTO device.token (token_sha256, device_id, issued_at)
            VALUES (:tokenHash, :deviceId, :now)
            """)
    void insert(byte[] tokenHash, String deviceId, Instant now);

    /** Ends tokens that were never used but for the newest of them: an answer that got lost may still arrive. */
    @SqlUpdate("""
            UPDATE device.token
            SET ends_at = :now
            WHERE token_sha256 IN (SELECT t.token_sha256
                                   FROM device.token t
                                   WHERE t.device_id = :deviceId
                                     AND t.first_used_at IS NULL
                                     AND t.ends_at IS NULL
                                   ORDER BY t.issued_at DESC, t.token_sha256
                                   OFFSET :kept)
            """)
    void endUnused(String deviceId, int kept, Instant now);

    @SqlQuery("""
            SELECT EXISTS (SELECT
                           FROM device.token
                           WHERE device_id = :deviceId
                             AND first_used_at IS NOT NULL)
            """)
    boolean hasUsedToken(String deviceId);

    /** Notes tokens in use; hashes in hexadecimal digits. */
    @SqlUpdate("""
            UPDATE device.token
            SET first_used_at = :now
            WHERE token_sha256 IN (SELECT decode(hash, 'hex') FROM unnest(:tokenHashes) AS hash)
              AND first_used_at IS NULL
            """)
    void noteFirstUse(String[] tokenHashes, Instant now);

    /** Sets an end to all tokens before these: at once to those that were never used, later to the others. */
    @SqlUpdate("""
            UPDATE device.token t
            SET ends_at = CASE WHEN t.first_used_at IS NULL THEN CAST(:now AS timestamptz) ELSE :later END
            FROM device.token successor
            WHERE successor.token_sha256 IN (SELECT decode(hash, 'hex') FROM unnest(:tokenHashes) AS hash)
              AND t.device_id = successor.device_id
              AND t.issued_at < successor.issued_at
              AND t.ends_at IS NULL
            """)
    void endPredecessors(String[] tokenHashes, Instant now, Instant later);

    @SqlUpdate("""
            INSERT INTO device.rating_day (device_id, rated_on)
            VALUES (:deviceId, :day)
            ON CONFLICT (device_id) DO UPDATE
            SET rated_on = excluded.rated_on
            WHERE rating_day.rated_on < excluded.rated_on
            """)
    void noteRatingDay(String deviceId, LocalDate day);
}
