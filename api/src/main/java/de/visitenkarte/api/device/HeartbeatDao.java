package de.visitenkarte.api.device;

import java.time.Instant;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** How tablets are. */
public interface HeartbeatDao {

    @SqlUpdate("""
            INSERT INTO device.heartbeat (device_id, heard_at, app_version, instrument_version, queue_up_to,
                oldest_rating_hours, refused_up_to, storage_persisted, battery_percent, charging, clock_offset_seconds)
            VALUES (:deviceId, :heardAt, :appVersion, :instrumentVersion, :queueUpTo,
                :oldestRatingHours, :refusedUpTo, :storagePersisted, :batteryPercent, :charging, :clockOffsetSeconds)
            ON CONFLICT (device_id) DO UPDATE
            SET heard_at = excluded.heard_at,
                app_version = excluded.app_version,
                instrument_version = excluded.instrument_version,
                queue_up_to = excluded.queue_up_to,
                oldest_rating_hours = excluded.oldest_rating_hours,
                refused_up_to = excluded.refused_up_to,
                storage_persisted = excluded.storage_persisted,
                battery_percent = excluded.battery_percent,
                charging = excluded.charging,
                clock_offset_seconds = excluded.clock_offset_seconds
            """)
    void upsert(@BindMethods State state);

    /** Takes away the alarms that are over; one array per column. */
    @SqlUpdate("""
            DELETE FROM device.alarm
            WHERE (device_id, kind) NOT IN (SELECT device_id, kind
                                            FROM unnest(:deviceIds, :kinds) AS a (device_id, kind))
            """)
    void deleteOtherAlarms(String[] deviceIds, String[] kinds);

    /** Adds those that are new. */
    @SqlUpdate("""
            INSERT INTO device.alarm (device_id, kind, since)
            SELECT device_id, kind, CAST(:now AS timestamptz)
            FROM unnest(:deviceIds, :kinds) AS a (device_id, kind)
            ON CONFLICT DO NOTHING
            """)
    void insertAlarms(String[] deviceIds, String[] kinds, Instant now);

    /** What a tablet last said. */
    record State(
            String deviceId,
            Instant heardAt,
            String appVersion,
            int instrumentVersion,
            int queueUpTo,
            int oldestRatingHours,
            int refusedUpTo,
            @Nullable Boolean storagePersisted,
            @Nullable Integer batteryPercent,
            @Nullable Boolean charging,
            long clockOffsetSeconds) {}
}
