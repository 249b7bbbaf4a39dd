package de.visitenkarte.api.device;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Tablets that ask to be paired. */
public interface PairingDao {

    @SqlUpdate("DELETE FROM device.pairing WHERE expires_at <= :now")
    void deleteExpired(Instant now);

    @SqlQuery("SELECT count(*) FROM device.pairing")
    long count();

    /** Returns 0 if the code is in use. */
    @SqlUpdate("""
            INSERT INTO device.pairing (device_code_sha256, user_code, expires_at, interval_seconds)
            VALUES (:deviceCodeHash, :userCode, :expiresAt, :intervalSeconds)
            ON CONFLICT DO NOTHING
            """)
    int insert(byte[] deviceCodeHash, String userCode, Instant expiresAt, int intervalSeconds);

    /** Finds who asks, and lets nobody else decide on it before the end of the transaction. */
    @SqlQuery("""
            SELECT expires_at, polled_at, interval_seconds, denied_at IS NOT NULL AS denied, device_id
            FROM device.pairing
            WHERE device_code_sha256 = :deviceCodeHash
            FOR UPDATE
            """)
    @RegisterConstructorMapper(Asking.class)
    Optional<Asking> lock(byte[] deviceCodeHash);

    @SqlUpdate("""
            UPDATE device.pairing
            SET polled_at = :now,
                interval_seconds = :intervalSeconds
            WHERE device_code_sha256 = :deviceCodeHash
            """)
    void notePoll(byte[] deviceCodeHash, Instant now, int intervalSeconds);

    /** Decides for a tablet that waits with this code; returns 0 if none does. */
    @SqlUpdate("""
            UPDATE device.pairing
            SET device_id = :deviceId
            WHERE user_code = :userCode
              AND expires_at > :now
              AND device_id IS NULL
              AND denied_at IS NULL
            """)
    int confirm(String userCode, String deviceId, Instant now);

    /** Decides against it; returns 0 if none waits. */
    @SqlUpdate("""
            UPDATE device.pairing
            SET denied_at = :now
            WHERE user_code = :userCode
              AND expires_at > :now
              AND device_id IS NULL
              AND denied_at IS NULL
            """)
    int deny(String userCode, Instant now);

    /**
     * A tablet that asks.
     *
     * @param deviceId what it became; null while nobody has decided
     */
    record Asking(
            Instant expiresAt,
            @Nullable Instant polledAt,
            int intervalSeconds,
            boolean denied,
            @Nullable String deviceId) {}
}
