-- The release gate in blocks (ADR 18): what people see are sums of whole blocks of at least five people each.

-- Finest pieces that are counted by themselves: answers and lead times of a day, waits of an hour. Both arrays have the same
-- length, so that what is not equal waits to be released.
CREATE TABLE release.leaf (
    office_id text        NOT NULL,
    day       date        NOT NULL,
    measure   text        NOT NULL CHECK (measure IN ('rating', 'wait', 'lead')),
    subject   text        NOT NULL,
    starts_at timestamptz NOT NULL,
    counted   bigint[]    NOT NULL,
    released  bigint[]    NOT NULL,
    PRIMARY KEY (office_id, day, measure, subject, starts_at)
) WITH (fillfactor = 80);

CREATE INDEX leaf_waiting ON release.leaf (office_id, day) WHERE counted <> released;

-- Every block there ever was. A correction is a block too, of numbers below zero.
CREATE TABLE release.block (
    office_id   text        NOT NULL,
    measure     text        NOT NULL CHECK (measure IN ('rating', 'wait', 'lead')),
    subject     text        NOT NULL,
    span        text        NOT NULL CHECK (span IN ('hour', 'day', 'week_of_month', 'month', 'quarter')),
    starts_at   timestamptz NOT NULL,
    day         date        NOT NULL,
    numbers     bigint[]    NOT NULL,
    released_at timestamptz NOT NULL
);

-- Up to which hour it was looked what may join what because time has passed.
CREATE TABLE release.sweep (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    swept_until timestamptz NOT NULL
);

-- Figures of too few people for a share say how many they are about, and nothing else.
ALTER TABLE release.rating_figure
    DROP CONSTRAINT rating_figure_check,
    ADD CONSTRAINT rating_figure_numbers
        CHECK ((state = 'released') = (share_positive IS NOT NULL) AND (state = 'suppressed' OR answers IS NOT NULL)),
    ADD COLUMN share_bound text CHECK (share_bound IN ('at-least', 'at-most')),
    ADD COLUMN comparable  boolean;

ALTER TABLE release.wait_figure
    DROP CONSTRAINT wait_figure_check,
    ADD CONSTRAINT wait_figure_numbers
        CHECK ((state = 'released') = (median_minutes IS NOT NULL) AND (state = 'suppressed' OR visits IS NOT NULL));

ALTER TABLE release.lead_figure
    DROP CONSTRAINT lead_figure_check,
    ADD CONSTRAINT lead_figure_numbers
        CHECK ((state = 'released') = (median_days IS NOT NULL) AND (state = 'suppressed' OR visits IS NOT NULL));

-- The share stands for more, or for fewer, than it says where share_bound is set. comparable: enough answers to stand beside
-- other authorities.
CREATE OR REPLACE VIEW dash.rating_figure AS
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
       f.released_at,
       f.share_bound,
       f.comparable
FROM release.rating_figure f
LEFT JOIN registry.office o ON f.scope_kind = 'office' AND o.office_id = f.scope_id
WHERE f.superseded_at IS NULL;

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
       w.corrected_on AS wait_corrected_on,
       r.share_bound,
       r.comparable
FROM (SELECT * FROM dash.rating_figure WHERE question_id = 'overall') r
FULL JOIN (SELECT * FROM dash.wait_figure WHERE appointment = 'all' AND period_kind <> 'hour') w
    USING (scope_kind, scope_id, period_kind, period_start, "time");

-- What was shown so far was not made of blocks. No version with real ratings has been released, so it is forgotten: kept, it
-- could be compared with what is shown from now on.
DELETE FROM release.rating_figure;
DELETE FROM release.wait_figure;
DELETE FROM release.lead_figure;
TRUNCATE release.total;

INSERT INTO release.changed_day (office_id, day)
SELECT DISTINCT c.office_id, (c.bucket_start AT TIME ZONE o.time_zone)::date
FROM (SELECT office_id, bucket_start FROM cell.rating_cell
      UNION ALL
      SELECT office_id, bucket_start FROM cell.wait_cell) c
JOIN registry.office o USING (office_id)
ON CONFLICT (office_id, day) DO UPDATE
SET version = changed_day.version + 1;
