-- Who did what, for good. Each entry holds a hash over itself and the hash of the one before (AuditEntry).
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
    number       bigint PRIMARY KEY CHECK (number > 0),
    occurred_at  timestamptz NOT NULL,
    actor        text  NOT NULL,
    action       text  NOT NULL,
    authority_id text,
    subject      text  NOT NULL,
    details      jsonb NOT NULL,
    hash         bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log can only grow';
END
$$;

CREATE TRIGGER only_grows
BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
