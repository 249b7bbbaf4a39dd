-- What is deleted when, and proof that it was.
CREATE SCHEMA retention;

-- Cells of quarter hours before this moment are gone, or about to be. What arrives for them is left out, and days that begin
-- before it are never counted again: a day without its cells would look as if everybody in it had been taken back.
CREATE TABLE retention.horizon (
    only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    cells_from timestamptz NOT NULL
);

INSERT INTO retention.horizon (cells_from) VALUES ('1970-01-01T00:00:00Z');

-- One row for each time a rule was carried out; one that did not come to its end has no finished_at.
CREATE TABLE retention.proof (
    rule         text        NOT NULL,
    run_at       timestamptz NOT NULL,
    "before"     timestamptz NOT NULL,
    rows_deleted bigint      NOT NULL DEFAULT 0,
    oldest_left  timestamptz,
    finished_at  timestamptz,
    PRIMARY KEY (rule, run_at)
);

-- Ratings and visits whose cells were deleted: the books count them for ever.
CREATE TABLE account.expired (
    kind      text   NOT NULL CHECK (kind IN ('rating', 'visit')),
    office_id text   NOT NULL,
    people    bigint NOT NULL,
    PRIMARY KEY (kind, office_id)
);

-- What had no age so far. What is there already counts as new.
ALTER TABLE feed.outbox ADD COLUMN queued_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE feed.file_visit ADD COLUMN noted_at timestamptz NOT NULL DEFAULT now();

-- Rows lie on disk about in the order of their age: an index of some pages finds the oldest and costs writers nothing.
CREATE INDEX rating_cell_age ON cell.rating_cell USING brin (bucket_start);
CREATE INDEX wait_cell_age ON cell.wait_cell USING brin (bucket_start);
CREATE INDEX band_cell_age ON cell.band_cell USING brin (hour_start);
CREATE INDEX leaf_age ON release.leaf USING brin (starts_at);
