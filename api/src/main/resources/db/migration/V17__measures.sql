-- What authorities did to become better, and when. Nothing is ever deleted: the evaluation needs what was withdrawn too.
CREATE SCHEMA measure;

CREATE TABLE measure.measure (
    measure_id   text        PRIMARY KEY,
    authority_id text        NOT NULL REFERENCES registry.authority,
    field        text        NOT NULL CHECK (field IN (
        'processes', 'networking', 'staff-development', 'service-orientation', 'intercultural-orientation')),
    title        text        NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    text         text        NOT NULL CHECK (length(text) <= 2000),
    starts_on    date        NOT NULL,
    -- last day; null if it goes on, or was done in a day
    ends_on      date        CHECK (ends_on >= starts_on),
    logged_at    timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    withdrawn_at timestamptz
);

CREATE INDEX measure_authority ON measure.measure (authority_id, starts_on);

CREATE FUNCTION measure.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a measure is withdrawn, never deleted';
END
$$;

CREATE TRIGGER stays
BEFORE DELETE OR TRUNCATE ON measure.measure
FOR EACH STATEMENT EXECUTE FUNCTION measure.refuse();

-- Who sees what, as with figures (V14).
ALTER TABLE measure.measure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON measure.measure TO visitenkarte_writer USING (true);
CREATE POLICY authority ON measure.measure FOR SELECT TO dash_owner
    USING (authority_id = (SELECT access.viewer(current_user)));
CREATE POLICY ministry ON measure.measure FOR SELECT TO dash_owner
    USING ((SELECT access.viewer(current_user)) = '*');

GRANT SELECT (measure_id, authority_id, field, title, starts_on, ends_on, withdrawn_at) ON measure.measure TO dash_owner;

-- What figures may have to do with; without the text, and without what was withdrawn.
CREATE VIEW dash.measure AS
SELECT authority_id,
       measure_id,
       field || '' AS field,
       title || '' AS title,
       starts_on + 0 AS starts_on,
       ends_on + 0 AS ends_on
FROM measure.measure
WHERE withdrawn_at IS NULL;
