-- Private aggregates, as streams computed them. Nobody but the api reads them.
CREATE SCHEMA cell;

CREATE TABLE cell.rating_cell (
    office_id          text        NOT NULL,
    bucket_start       timestamptz NOT NULL,
    question_id        text        NOT NULL,
    area_id            text        NOT NULL,
    instrument_version int         NOT NULL,
    counts             bigint[]    NOT NULL,
    PRIMARY KEY (office_id, bucket_start, question_id, area_id, instrument_version)
) WITH (fillfactor = 80);

CREATE TABLE cell.wait_cell (
    office_id        text        NOT NULL,
    bucket_start     timestamptz NOT NULL,
    with_appointment boolean     NOT NULL,
    visits           bigint      NOT NULL,
    wait_seconds_sum bigint      NOT NULL,
    histogram        bigint[]    NOT NULL,
    PRIMARY KEY (office_id, bucket_start, with_appointment)
) WITH (fillfactor = 80);

-- How far the topics have been read, written in the same transaction as what was read.
CREATE TABLE cell.projected_offset (
    topic       text   NOT NULL,
    partition   int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);
