-- Where visits come from: how the feeds of the offices are, and what the built-in feeds need to remember.
CREATE SCHEMA feed;

-- How the feed of an office is, as it was last looked at.
CREATE TABLE feed.office_state (
    office_id    text PRIMARY KEY,
    -- none: no queue system registered; never: has not sent anything yet; silent: nothing for too long while open
    state        text        NOT NULL CHECK (state IN ('ok', 'silent', 'never', 'none')),
    -- end of the quarter hour of the last visit
    silent_since timestamptz,
    checked_at   timestamptz NOT NULL,
    CHECK ((state = 'silent') = (silent_since IS NOT NULL))
);

-- Feeds whose visits the api numbers itself: consecutively from 1 in each office, never twice.
CREATE TABLE feed.numbering (
    integration_id text   NOT NULL,
    office_id      text   NOT NULL,
    kind           text   NOT NULL CHECK (kind IN ('file', 'zms')),
    last_number    bigint NOT NULL,
    PRIMARY KEY (integration_id, office_id)
);

-- Which number a visit from a file got, by its content: the same line gets the same number again.
CREATE TABLE feed.file_visit (
    integration_id  text   NOT NULL,
    office_id       text   NOT NULL,
    body_hash       bigint NOT NULL,
    -- 1, 2, … for visits that are alike
    occurrence      int    NOT NULL,
    sequence_number bigint NOT NULL,
    PRIMARY KEY (integration_id, office_id, body_hash, occurrence)
);

-- Visits that have their number and are not yet acknowledged by the broker, as they cross the wire.
CREATE TABLE feed.outbox (
    integration_id  text   NOT NULL,
    office_id       text   NOT NULL,
    sequence_number bigint NOT NULL,
    event           bytea  NOT NULL,
    PRIMARY KEY (integration_id, office_id, sequence_number)
);

-- How far a scope of ZMS has been read, and which instance of the api reads it.
CREATE TABLE feed.zms_scope (
    scope_id    text PRIMARY KEY,
    polled_at   timestamptz,
    reader      uuid        NOT NULL,
    lease_until timestamptz NOT NULL
);

-- Means of one day beside those of ZMS, to see whether the visits are complete. Nothing is ever computed from them.
CREATE TABLE feed.zms_comparison (
    office_id        text        NOT NULL,
    day              date        NOT NULL,
    with_appointment boolean     NOT NULL,
    own_visits       bigint      NOT NULL,
    own_mean_minutes double precision,
    zms_visits       bigint      NOT NULL,
    zms_mean_minutes double precision,
    compared_at      timestamptz NOT NULL,
    PRIMARY KEY (office_id, day, with_appointment)
);

CREATE VIEW dash.feed AS
SELECT s.office_id,
       o.authority_id,
       o.name AS office_name,
       s.state,
       s.silent_since,
       s.checked_at
FROM feed.office_state s
JOIN registry.office o USING (office_id);

-- Fixed when it is made, from closed days only, and without numbers below five visits: nothing here moves by one visitor.
CREATE VIEW dash.zms_comparison AS
SELECT c.office_id,
       o.authority_id,
       c.day,
       CASE WHEN c.with_appointment THEN 'with' ELSE 'without' END AS appointment,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN 'released' ELSE 'suppressed' END AS state,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.own_visits END AS own_visits,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.own_mean_minutes END AS own_mean_minutes,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.zms_visits END AS zms_visits,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.zms_mean_minutes END AS zms_mean_minutes,
       c.compared_at
FROM feed.zms_comparison c
JOIN registry.office o USING (office_id);

GRANT SELECT ON dash.feed, dash.zms_comparison TO dash_reader;
