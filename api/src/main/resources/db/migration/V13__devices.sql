-- The life of a tablet: paired by a code, recognised by a token that can be replaced, revoked for good.
CREATE SCHEMA device;

ALTER TABLE registry.device
    ADD COLUMN name              text,
    -- when a manager confirmed its code; null for a tablet from a registry file
    ADD COLUMN paired_at         timestamptz,
    ADD COLUMN revoked_at        timestamptz,
    -- when a manager asked for a new token
    ADD COLUMN rotation_asked_at timestamptz;

UPDATE registry.device SET name = device_id;

ALTER TABLE registry.device
    ALTER COLUMN name SET NOT NULL,
    ADD CONSTRAINT device_name CHECK (length(name) BETWEEN 1 AND 100);

-- All tokens a device ever had; of each only the hash. One that has ended stays: a registry file that still names it must
-- not bring it back.
CREATE TABLE device.token (
    token_sha256  bytea PRIMARY KEY CHECK (length(token_sha256) = 32),
    device_id     text        NOT NULL REFERENCES registry.device,
    issued_at     timestamptz NOT NULL,
    first_used_at timestamptz,
    -- a day after its successor was first used
    ends_at       timestamptz
);

CREATE INDEX token_device ON device.token (device_id);

INSERT INTO device.token (token_sha256, device_id, issued_at)
SELECT token_sha256, device_id, now()
FROM registry.device;

ALTER TABLE registry.device DROP COLUMN token_sha256;

-- When the token was issued that a tablet uses, or is to use first.
CREATE VIEW device.token_in_use AS
SELECT device_id,
       coalesce(max(issued_at) FILTER (WHERE first_used_at IS NOT NULL), max(issued_at)) AS issued_at
FROM device.token
WHERE ends_at IS NULL
GROUP BY device_id;

-- Tablets that ask to be paired, for ten minutes each (RFC 8628).
CREATE TABLE device.pairing (
    device_code_sha256 bytea PRIMARY KEY CHECK (length(device_code_sha256) = 32),
    user_code          text        NOT NULL UNIQUE CHECK (user_code ~ '^[BCDFGHJKLMNPQRSTVWXZ]{8}$'),
    expires_at         timestamptz NOT NULL,
    polled_at          timestamptz,
    interval_seconds   int         NOT NULL,
    -- what became of it; neither while nobody has decided
    denied_at          timestamptz,
    device_id          text REFERENCES registry.device,
    CHECK (denied_at IS NULL OR device_id IS NULL)
);

CREATE INDEX pairing_expiry ON device.pairing (expires_at);

-- How each tablet was when it last reported. No history.
CREATE TABLE device.heartbeat (
    device_id            text PRIMARY KEY REFERENCES registry.device,
    heard_at             timestamptz NOT NULL,
    app_version          text        NOT NULL,
    instrument_version   int         NOT NULL,
    -- upper ends of classes, so that nobody can count ratings by it
    queue_up_to          int         NOT NULL CHECK (queue_up_to IN (0, 10, 100, 1000, 10000)),
    oldest_rating_hours  int         NOT NULL,
    refused_up_to        int         NOT NULL CHECK (refused_up_to IN (0, 10, 100, 1000, 10000)),
    storage_persisted    boolean,
    battery_percent      int CHECK (battery_percent BETWEEN 0 AND 100),
    charging             boolean,
    -- the tablet's clock less the server's
    clock_offset_seconds bigint      NOT NULL
) WITH (fillfactor = 80);

-- The last local day on which anything came from a tablet: a day, not a time, and no number.
CREATE TABLE device.rating_day (
    device_id text PRIMARY KEY REFERENCES registry.device,
    rated_on  date NOT NULL
) WITH (fillfactor = 80);

-- What is wrong with which tablet.
CREATE TABLE device.alarm (
    device_id text        NOT NULL REFERENCES registry.device,
    kind      text        NOT NULL CHECK (kind IN (
        'silent', 'visits-without-ratings', 'old-queue', 'clock-wrong', 'storage-not-persisted', 'battery-low')),
    since     timestamptz NOT NULL,
    PRIMARY KEY (device_id, kind)
);

-- The tablets of the authorities as their managers may see them; no number of ratings anywhere.
CREATE VIEW device.health AS
SELECT d.device_id,
       o.authority_id,
       o.office_id,
       o.name AS office_name,
       a.name AS area_name,
       d.name AS device_name,
       d.paired_at,
       h.heard_at,
       array(SELECT al.kind FROM device.alarm al WHERE al.device_id = d.device_id ORDER BY al.kind) AS alarms
FROM registry.device d
JOIN registry.area a USING (area_id)
JOIN registry.office o USING (office_id)
LEFT JOIN device.heartbeat h USING (device_id)
WHERE d.revoked_at IS NULL;
