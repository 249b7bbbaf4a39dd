-- Who may do what, brought about after every migration, so that no migration can forget it. Does nothing where all is as it should be.
SELECT pg_advisory_xact_lock(hashtext('rights'));

-- Views of dash run as dash_owner, whom row-level security holds for, and look at a row only after it is known to be the reader's.
-- CREATE OR REPLACE VIEW takes the second away again.
DO $$
DECLARE
    shown regclass;
BEGIN
    FOR shown IN
        SELECT oid
        FROM pg_class
        WHERE relnamespace = 'dash'::regnamespace
          AND relkind = 'v'
          AND (relowner <> 'dash_owner'::regrole
              OR NOT coalesce('security_barrier=true' = ANY (reloptions), false)
              OR NOT has_table_privilege('dash_reader', oid, 'SELECT'))
    LOOP
        EXECUTE format('ALTER VIEW %s OWNER TO dash_owner', shown);
        EXECUTE format('ALTER VIEW %s SET (security_barrier = true)', shown);
        EXECUTE format('GRANT SELECT ON %s TO dash_reader', shown);
    END LOOP;
END
$$;

-- The api writes everywhere but into dash, the list of logins and the list of migrations, and owns nothing.
DO $$
DECLARE
    place record;
BEGIN
    FOR place IN
        SELECT nspname AS name
        FROM pg_namespace
        WHERE nspname !~ '^(pg_|information_schema$|public$|dash$)'
          AND NOT has_schema_privilege('visitenkarte_writer', oid, 'USAGE')
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO visitenkarte_writer', place.name);
    END LOOP;

    FOR place IN
        SELECT c.oid::regclass AS name, c.relkind AS kind, n.nspname AS schema
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^(pg_|information_schema$|public$|dash$|access$)'
          AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
          AND NOT CASE
              WHEN c.relkind = 'S' THEN has_sequence_privilege('visitenkarte_writer', c.oid, 'USAGE')
              ELSE has_table_privilege('visitenkarte_writer', c.oid, 'SELECT')
          END
    LOOP
        EXECUTE format('GRANT %s ON %s TO visitenkarte_writer', CASE
            WHEN place.kind = 'S' THEN 'USAGE'
            WHEN place.schema = 'migration' THEN 'SELECT'
            WHEN place.schema = 'audit' THEN 'SELECT, INSERT'
            WHEN place.schema IN ('cell', 'release', 'account') THEN 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE'
            ELSE 'SELECT, INSERT, UPDATE, DELETE'
        END, place.name);
    END LOOP;
END
$$;
