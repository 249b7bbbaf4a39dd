-- Lead time from booking to appointment, of the visits that have one; in the bins of LeadBins, empty if there is none.
ALTER TABLE cell.wait_cell
    ADD COLUMN lead_days_sum  bigint   NOT NULL DEFAULT 0,
    ADD COLUMN lead_histogram bigint[] NOT NULL DEFAULT '{}';

-- Answers by how long people waited: an hour's quarter hours, each in the band of its median wait.
CREATE TABLE cell.band_cell (
    office_id   text        NOT NULL,
    hour_start  timestamptz NOT NULL,
    wait_band   text        NOT NULL CHECK (wait_band IN ('15', '30', '60', 'over60')),
    question_id text        NOT NULL,
    counts      bigint[]    NOT NULL,
    PRIMARY KEY (office_id, hour_start, wait_band, question_id)
) WITH (fillfactor = 80);

-- The books of streams: what every source sent, and what became of it. accepted = counted + quarantined.
CREATE SCHEMA account;

CREATE TABLE account.source (
    kind                    text        NOT NULL CHECK (kind IN ('rating', 'visit')),
    partition               int         NOT NULL,
    office_id               text        NOT NULL,
    source_id               text        NOT NULL,
    authority_id            text        NOT NULL,
    accepted                bigint      NOT NULL,
    counted                 bigint      NOT NULL,
    quarantined             bigint      NOT NULL,
    duplicates              bigint      NOT NULL,
    replays                 bigint      NOT NULL,
    sequence_numbers        bigint      NOT NULL,
    highest_sequence_number bigint      NOT NULL,
    changed_at              timestamptz NOT NULL,
    PRIMARY KEY (kind, partition, office_id, source_id)
) WITH (fillfactor = 80);
