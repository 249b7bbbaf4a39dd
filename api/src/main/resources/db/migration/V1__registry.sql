-- Who takes part: authorities, their offices and areas, and the devices and queue systems that may report for them.
CREATE SCHEMA registry;

CREATE TABLE registry.authority (
    authority_id text PRIMARY KEY,
    name         text    NOT NULL,
    kind         text    NOT NULL CHECK (kind IN ('city', 'district')),
    pilot_role   text    NOT NULL CHECK (pilot_role IN ('pilot', 'comparison', 'none')),
    pilot_from   date,
    pilot_to     date,
    simulated    boolean NOT NULL
);

CREATE TABLE registry.office (
    office_id     text PRIMARY KEY,
    authority_id  text NOT NULL REFERENCES registry.authority,
    name          text NOT NULL,
    time_zone     text NOT NULL,
    opening_hours text
);

CREATE INDEX office_authority ON registry.office (authority_id);

-- The smallest unit that exists. Three desks at least, so that no area is one clerk.
CREATE TABLE registry.area (
    area_id    text PRIMARY KEY,
    office_id  text NOT NULL REFERENCES registry.office,
    name       text NOT NULL,
    desk_count int  NOT NULL CHECK (desk_count >= 3)
);

-- Only the hash of a token is kept: the database can be read without being able to post.
CREATE TABLE registry.device (
    device_id    text PRIMARY KEY,
    area_id      text  NOT NULL REFERENCES registry.area,
    token_sha256 bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32)
);

CREATE TABLE registry.integration (
    integration_id text PRIMARY KEY,
    authority_id   text  NOT NULL REFERENCES registry.authority,
    token_sha256   bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32)
);
