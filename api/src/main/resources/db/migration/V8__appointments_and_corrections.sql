-- Lead time from booking to appointment, as its own measure.
CREATE TABLE release.lead_figure (
    figure_id      text        NOT NULL,
    scope_kind     text        NOT NULL CHECK (scope_kind IN ('office', 'authority', 'pilots', 'comparison')),
    scope_id       text        NOT NULL,
    period_kind    text        NOT NULL CHECK (period_kind IN ('day', 'week', 'month', 'quarter')),
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    period_start   date        NOT NULL,
    period_end     date        NOT NULL,
    subject        text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('released', 'suppressed')),
    reason         text,
    visits         bigint,
    median_days    double precision,
    p90_days       double precision,
    share_under_14 double precision,
    share_under_28 double precision,
    released_at    timestamptz NOT NULL,
    superseded_at  timestamptz,
    CHECK ((state = 'released') = (visits IS NOT NULL)),
    CHECK ((state = 'suppressed') = (reason IS NOT NULL))
);

CREATE UNIQUE INDEX lead_figure_valid
    ON release.lead_figure (figure_id)
    WHERE superseded_at IS NULL;

CREATE INDEX lead_figure_read
    ON release.lead_figure (scope_kind, period_kind, scope_id, starts_at)
    WHERE superseded_at IS NULL;

-- What was shown before, for the question whether a figure was corrected.
CREATE INDEX wait_figure_history
    ON release.wait_figure (figure_id, released_at)
    WHERE superseded_at IS NOT NULL;

-- A figure of a closed period was corrected if it moved on a later local day than one on which people had seen it. The
-- subquery runs only where the column is asked for.
CREATE OR REPLACE VIEW dash.wait_figure AS
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
       f.released_at,
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

CREATE VIEW dash.lead_figure AS
SELECT f.scope_kind,
       f.scope_id,
       CASE f.scope_kind WHEN 'authority' THEN f.scope_id ELSE o.authority_id END AS authority_id,
       f.period_kind,
       f.period_start,
       f.period_end,
       f.starts_at AS "time",
       f.state,
       f.reason,
       f.visits,
       f.median_days,
       f.p90_days,
       f.share_under_14,
       f.share_under_28,
       f.released_at
FROM release.lead_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

-- As before, and whether the waits were corrected.
CREATE OR REPLACE VIEW dash.overview AS
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
       w.released_at AS wait_released_at,
       w.corrected_on AS wait_corrected_on
FROM (SELECT * FROM dash.rating_figure WHERE question_id = 'overall') r
FULL JOIN (SELECT * FROM dash.wait_figure WHERE appointment = 'all' AND period_kind <> 'hour') w
    USING (scope_kind, scope_id, period_kind, period_start, "time");

GRANT SELECT ON dash.lead_figure TO dash_reader;

-- Sums with and without appointment do not exist yet for what was counted before: all sums are built anew. What people
-- see stays.
TRUNCATE release.total;

INSERT INTO release.changed_day (office_id, day)
SELECT DISTINCT c.office_id, (c.bucket_start AT TIME ZONE o.time_zone)::date
FROM (SELECT office_id, bucket_start FROM cell.rating_cell
      UNION ALL
      SELECT office_id, bucket_start FROM cell.wait_cell) c
JOIN registry.office o USING (office_id)
ON CONFLICT (office_id, day) DO UPDATE
SET version = changed_day.version + 1;
