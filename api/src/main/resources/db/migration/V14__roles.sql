-- Who sees what (ADR 20): every reader of dash is confined by row-level security on the tables below its views.

-- Groups; logins are made members. A migrating user that may not create roles finds them made by roles.sql.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['dash_owner', 'visitenkarte_writer']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
                RAISE EXCEPTION 'The role % is missing and % may not create it: run roles.sql as superuser first',
                    wanted, current_user;
            END IF;
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
        IF NOT pg_has_role(current_user, wanted, 'USAGE') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
        END IF;
    END LOOP;
END
$$;

-- Views run with the rights of their owner, whoever asks. This one owns nothing but views and is no login; what it may read of
-- the tables is granted below, and row-level security holds for it.
ALTER SCHEMA dash OWNER TO dash_owner;

CREATE SCHEMA access;

-- Logins for Grafana; the command "grafana" keeps them. sees: an authority's id, or * for the ministry.
CREATE TABLE access.login (
    role_name name    PRIMARY KEY CHECK (role_name <> 'dash_reader'),
    sees      text    NOT NULL UNIQUE,
    locked    boolean NOT NULL DEFAULT false
);

-- What the api seals with for whom the board reads. Random, made here, and known to nobody who reads dash.
CREATE TABLE access.seal (
    inner_key bytea   NOT NULL,
    outer_key bytea   NOT NULL,
    only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one)
);

INSERT INTO access.seal (inner_key, outer_key)
VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
        uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

GRANT SELECT ON access.seal TO visitenkarte_writer;

-- For whom a session reads: an authority's id, * for the ministry, null for nobody. A login of Grafana's is what it is. For whom
-- the board reads, stands in a setting, which every session may set, but not seal: "ministry" or "authority/" and an id, after 64
-- hexadecimal digits. Readers run this by way of the policies below; they cannot call it, having no right on its schema.
CREATE FUNCTION access.viewer(reader name) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE
SET search_path = pg_catalog AS $$
DECLARE
    seal   text := left(current_setting('visitenkarte.viewer', true), 64);
    wanted text := substr(current_setting('visitenkarte.viewer', true), 65);
BEGIN
    IF reader <> 'dash_reader' THEN
        RETURN (SELECT l.sees FROM access.login l WHERE l.role_name = reader AND NOT l.locked);
    END IF;
    IF EXISTS (SELECT
               FROM access.seal k
               WHERE seal = encode(sha256(k.outer_key || sha256(k.inner_key || convert_to(wanted, 'UTF8'))), 'hex')) THEN
        RETURN CASE wanted WHEN 'ministry' THEN '*' ELSE nullif(substr(wanted, length('authority/') + 1), '*') END;
    END IF;
    RETURN NULL;
END
$$;

-- An authority sees itself and its offices. The ministry sees all, and sums over authorities, but nothing finer than a day. The
-- writer is the api, for whom none of this holds.
ALTER TABLE registry.authority ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON registry.authority TO visitenkarte_writer USING (true);
CREATE POLICY authority ON registry.authority FOR SELECT TO dash_owner
    USING (authority_id = (SELECT access.viewer(current_user)));
CREATE POLICY ministry ON registry.authority FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

ALTER TABLE registry.office ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON registry.office TO visitenkarte_writer USING (true);
CREATE POLICY authority ON registry.office FOR SELECT TO dash_owner
    USING (authority_id = (SELECT access.viewer(current_user)));
CREATE POLICY ministry ON registry.office FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

ALTER TABLE release.rating_figure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON release.rating_figure TO visitenkarte_writer USING (true);
CREATE POLICY authority ON release.rating_figure FOR SELECT TO dash_owner
    USING (CASE scope_kind
               WHEN 'authority' THEN scope_id = (SELECT access.viewer(current_user))
               WHEN 'office' THEN scope_id IN (SELECT office_id FROM registry.office WHERE authority_id = (SELECT access.viewer(current_user)))
           END);
CREATE POLICY ministry ON release.rating_figure FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

ALTER TABLE release.wait_figure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON release.wait_figure TO visitenkarte_writer USING (true);
CREATE POLICY authority ON release.wait_figure FOR SELECT TO dash_owner
    USING (CASE scope_kind
               WHEN 'authority' THEN scope_id = (SELECT access.viewer(current_user))
               WHEN 'office' THEN scope_id IN (SELECT office_id FROM registry.office WHERE authority_id = (SELECT access.viewer(current_user)))
           END);
CREATE POLICY ministry ON release.wait_figure FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*' AND period_kind <> 'hour');

ALTER TABLE release.lead_figure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON release.lead_figure TO visitenkarte_writer USING (true);
CREATE POLICY authority ON release.lead_figure FOR SELECT TO dash_owner
    USING (CASE scope_kind
               WHEN 'authority' THEN scope_id = (SELECT access.viewer(current_user))
               WHEN 'office' THEN scope_id IN (SELECT office_id FROM registry.office WHERE authority_id = (SELECT access.viewer(current_user)))
           END);
CREATE POLICY ministry ON release.lead_figure FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

ALTER TABLE feed.office_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON feed.office_state TO visitenkarte_writer USING (true);
CREATE POLICY authority ON feed.office_state FOR SELECT TO dash_owner
    USING (office_id IN (SELECT office_id FROM registry.office WHERE authority_id = (SELECT access.viewer(current_user))));
CREATE POLICY ministry ON feed.office_state FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

ALTER TABLE feed.zms_comparison ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON feed.zms_comparison TO visitenkarte_writer USING (true);
CREATE POLICY authority ON feed.zms_comparison FOR SELECT TO dash_owner
    USING (office_id IN (SELECT office_id FROM registry.office WHERE authority_id = (SELECT access.viewer(current_user))));
CREATE POLICY ministry ON feed.zms_comparison FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

GRANT SELECT (authority_id, name, kind, pilot_role, pilot_from, pilot_to, simulated) ON registry.authority TO dash_owner;
GRANT SELECT (office_id, authority_id, name, time_zone) ON registry.office TO dash_owner;
GRANT SELECT ON release.rating_figure, release.wait_figure, release.lead_figure TO dash_owner;
GRANT SELECT ON feed.office_state, feed.zms_comparison TO dash_owner;

-- The views as before, with every column that is not part of a key in a harmless expression (x + 0, x || ''). PostgreSQL may
-- compare a plain column with a reader's number before it looks whether the row is the reader's at all, and EXPLAIN would tell
-- what came of it. It never does so with expressions that could fail.
CREATE OR REPLACE VIEW dash.authority AS
SELECT authority_id,
       name || '' AS name,
       kind || '' AS kind,
       pilot_role || '' AS pilot_role,
       pilot_from + 0 AS pilot_from,
       pilot_to + 0 AS pilot_to,
       simulated::text::boolean AS simulated
FROM registry.authority;

CREATE OR REPLACE VIEW dash.office AS
SELECT office_id,
       authority_id,
       name || '' AS name,
       time_zone || '' AS time_zone
FROM registry.office;

CREATE OR REPLACE VIEW dash.rating_figure AS
SELECT f.scope_kind,
       f.scope_id,
       CASE f.scope_kind WHEN 'authority' THEN f.scope_id ELSE o.authority_id END AS authority_id,
       f.period_kind,
       f.period_start,
       f.period_end + 0 AS period_end,
       f.starts_at AS "time",
       f.subject AS question_id,
       f.state || '' AS state,
       f.reason || '' AS reason,
       f.answers + 0 AS answers,
       f.counts[1] + 0 AS count_1,
       f.counts[2] + 0 AS count_2,
       f.counts[3] + 0 AS count_3,
       f.counts[4] + 0 AS count_4,
       f.counts[5] + 0 AS count_5,
       f.positive + 0 AS positive,
       f.share_positive + 0 AS share_positive,
       f.share_low + 0 AS share_low,
       f.share_high + 0 AS share_high,
       f.mean + 0 AS mean,
       f.released_at + interval '0' AS released_at,
       f.share_bound || '' AS share_bound,
       f.comparable::text::boolean AS comparable
FROM release.rating_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

CREATE OR REPLACE VIEW dash.wait_figure AS
SELECT f.scope_kind,
       f.scope_id,
       CASE f.scope_kind WHEN 'authority' THEN f.scope_id ELSE o.authority_id END AS authority_id,
       f.period_kind,
       f.period_start,
       f.period_end + 0 AS period_end,
       f.starts_at AS "time",
       f.ends_at + interval '0' AS time_end,
       f.subject AS appointment,
       f.state || '' AS state,
       f.reason || '' AS reason,
       f.visits + 0 AS visits,
       f.median_minutes + 0 AS median_minutes,
       f.p90_minutes + 0 AS p90_minutes,
       f.share_15 + 0 AS share_15,
       f.share_30 + 0 AS share_30,
       f.released_at + interval '0' AS released_at,
       CASE
           WHEN f.released_at >= f.ends_at
               AND (f.released_at AT TIME ZONE coalesce(o.time_zone, 'Europe/Berlin'))::date >= f.period_end
               AND EXISTS (SELECT
                           FROM release.wait_figure before
                           WHERE before.figure_id = f.figure_id
                             AND before.superseded_at IS NOT NULL
                             AND before.state = 'released'
                             AND (before.released_at AT TIME ZONE coalesce(o.time_zone, 'Europe/Berlin'))::date
                                 < (f.released_at AT TIME ZONE coalesce(o.time_zone, 'Europe/Berlin'))::date)
           THEN (f.released_at AT TIME ZONE coalesce(o.time_zone, 'Europe/Berlin'))::date
       END AS corrected_on
FROM release.wait_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

CREATE OR REPLACE VIEW dash.lead_figure AS
SELECT f.scope_kind,
       f.scope_id,
       CASE f.scope_kind WHEN 'authority' THEN f.scope_id ELSE o.authority_id END AS authority_id,
       f.period_kind,
       f.period_start,
       f.period_end + 0 AS period_end,
       f.starts_at AS "time",
       f.state || '' AS state,
       f.reason || '' AS reason,
       f.visits + 0 AS visits,
       f.median_days + 0 AS median_days,
       f.p90_days + 0 AS p90_days,
       f.share_under_14 + 0 AS share_under_14,
       f.share_under_28 + 0 AS share_under_28,
       f.released_at + interval '0' AS released_at
FROM release.lead_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

CREATE OR REPLACE VIEW dash.feed AS
SELECT s.office_id,
       o.authority_id,
       o.name || '' AS office_name,
       s.state || '' AS state,
       s.silent_since + interval '0' AS silent_since,
       s.checked_at + interval '0' AS checked_at
FROM feed.office_state s
JOIN registry.office o USING (office_id);

CREATE OR REPLACE VIEW dash.zms_comparison AS
SELECT c.office_id,
       o.authority_id,
       c.day,
       CASE WHEN c.with_appointment THEN 'with' ELSE 'without' END AS appointment,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN 'released' ELSE 'suppressed' END || '' AS state,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.own_visits END + 0 AS own_visits,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.own_mean_minutes END + 0 AS own_mean_minutes,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.zms_visits END + 0 AS zms_visits,
       CASE WHEN least(c.own_visits, c.zms_visits) >= 5 THEN c.zms_mean_minutes END + 0 AS zms_mean_minutes,
       c.compared_at + interval '0' AS compared_at
FROM feed.zms_comparison c
JOIN registry.office o USING (office_id);
