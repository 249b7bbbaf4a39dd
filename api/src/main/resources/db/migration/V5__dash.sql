-- All that a reader may see: released figures. Board, Grafana, exports and reports select from here and nowhere else.
CREATE SCHEMA dash;

CREATE VIEW dash.authority AS
SELECT authority_id, name, kind, pilot_role, pilot_from, pilot_to, simulated
FROM registry.authority;

CREATE VIEW dash.office AS
SELECT office_id, authority_id, name, time_zone
FROM registry.office;

CREATE VIEW dash.rating_figure AS
SELECT f.scope_kind,
       f.scope_id,
       CASE f.scope_kind WHEN 'authority' THEN f.scope_id ELSE o.authority_id END AS authority_id,
       f.period_kind,
       f.period_start,
       f.period_end,
       f.starts_at AS "time",
       f.subject AS question_id,
       f.state,
       f.reason,
       f.answers,
       f.counts[1] AS count_1,
       f.counts[2] AS count_2,
       f.counts[3] AS count_3,
       f.counts[4] AS count_4,
       f.counts[5] AS count_5,
       f.positive,
       f.share_positive,
       f.share_low,
       f.share_high,
       f.mean,
       f.released_at
FROM release.rating_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

CREATE VIEW dash.wait_figure AS
SELECT f.scope_kind,
       f.scope_id,
       CASE f.scope_kind WHEN 'authority' THEN f.scope_id ELSE o.authority_id END AS authority_id,
       f.period_kind,
       f.period_start,
       f.period_end,
       f.starts_at AS "time",
       f.ends_at AS time_end,
       f.subject AS appointment,
       f.state,
       f.reason,
       f.visits,
       f.median_minutes,
       f.p90_minutes,
       f.share_15,
       f.share_30,
       f.released_at
FROM release.wait_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

-- One row per scope and period: the overall question beside the waits.
CREATE VIEW dash.overview AS
SELECT scope_kind,
       scope_id,
       coalesce(r.authority_id, w.authority_id) AS authority_id,
       period_kind,
       period_start,
       coalesce(r.period_end, w.period_end) AS period_end,
       "time",
       coalesce(r.state, 'none') AS rating_state,
       r.reason AS rating_reason,
       r.answers,
       r.positive,
       r.share_positive,
       r.share_low,
       r.share_high,
       r.mean,
       coalesce(w.state, 'none') AS wait_state,
       w.reason AS wait_reason,
       w.visits,
       w.median_minutes,
       w.p90_minutes,
       w.share_15,
       w.share_30,
       r.answers::double precision / nullif(w.visits, 0) AS participation,
       r.count_1,
       r.count_2,
       r.count_3,
       r.count_4,
       r.count_5,
       r.released_at AS rating_released_at,
       w.released_at AS wait_released_at
FROM (SELECT * FROM dash.rating_figure WHERE question_id = 'overall') r
FULL JOIN (SELECT * FROM dash.wait_figure WHERE appointment = 'all' AND period_kind <> 'hour') w
    USING (scope_kind, scope_id, period_kind, period_start, "time");

-- A group that may read released figures and nothing else. Logins are granted it where they are created.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dash_reader') THEN
        CREATE ROLE dash_reader NOLOGIN;
    END IF;
END
$$;

GRANT USAGE ON SCHEMA dash TO dash_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA dash TO dash_reader;
GRANT dash_reader TO CURRENT_USER;
