-- What the release gate works on and what it decided.
CREATE SCHEMA release;

-- Local days of an office that changed since they were last rolled up. The version tells whether one changed again meanwhile.
CREATE TABLE release.changed_day (
    office_id text   NOT NULL,
    day       date   NOT NULL,
    version   bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (office_id, day)
);

-- Private sums over every scope and period, kept up by differences: of a question, how often each value was given; of
-- waits, the histogram in the bins of WaitBins.
CREATE TABLE release.total (
    figure_id text PRIMARY KEY,
    numbers   bigint[] NOT NULL
) WITH (fillfactor = 80);

-- Every release there ever was; the valid one of a figure is the one that no later one replaced.
CREATE TABLE release.rating_figure (
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
    counts         bigint[],
    answers        bigint,
    positive       bigint,
    share_positive double precision,
    share_low      double precision,
    share_high     double precision,
    mean           double precision,
    released_at    timestamptz NOT NULL,
    superseded_at  timestamptz,
    CHECK ((state = 'released') = (answers IS NOT NULL)),
    CHECK ((state = 'suppressed') = (reason IS NOT NULL))
);

CREATE UNIQUE INDEX rating_figure_valid
    ON release.rating_figure (figure_id)
    WHERE superseded_at IS NULL;

CREATE INDEX rating_figure_read
    ON release.rating_figure (scope_kind, period_kind, scope_id, starts_at)
    WHERE superseded_at IS NULL;

CREATE TABLE release.wait_figure (
    figure_id      text        NOT NULL,
    scope_kind     text        NOT NULL CHECK (scope_kind IN ('office', 'authority', 'pilots', 'comparison')),
    scope_id       text        NOT NULL,
    period_kind    text        NOT NULL CHECK (period_kind IN ('hour', 'day', 'week', 'month', 'quarter')),
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    period_start   date        NOT NULL,
    period_end     date        NOT NULL,
    subject        text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('released', 'suppressed')),
    reason         text,
    visits         bigint,
    median_minutes double precision,
    p90_minutes    double precision,
    share_15       double precision,
    share_30       double precision,
    released_at    timestamptz NOT NULL,
    superseded_at  timestamptz,
    CHECK ((state = 'released') = (visits IS NOT NULL)),
    CHECK ((state = 'suppressed') = (reason IS NOT NULL))
);

CREATE UNIQUE INDEX wait_figure_valid
    ON release.wait_figure (figure_id)
    WHERE superseded_at IS NULL;

CREATE INDEX wait_figure_read
    ON release.wait_figure (scope_kind, period_kind, scope_id, starts_at)
    WHERE superseded_at IS NULL;
