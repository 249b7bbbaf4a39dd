-- The roles of Visitenkarte, and what nobody else may do. Run by a superuser with psql in the product's database before the api
-- first starts; may be repeated, also to change a password:
--   VISITENKARTE_MIGRATION_PASSWORD=… VISITENKARTE_DATABASE_PASSWORD=… VISITENKARTE_READER_PASSWORD=… psql -d visitenkarte -f roles.sql
-- The compose file does it when the database is made. Grafana's logins are made by the command "grafana" of the api.
\set ON_ERROR_STOP on
\getenv migration_password VISITENKARTE_MIGRATION_PASSWORD
\getenv api_password VISITENKARTE_DATABASE_PASSWORD
\getenv board_password VISITENKARTE_READER_PASSWORD

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY[
        -- groups
        'dash_owner', 'dash_reader', 'visitenkarte_writer',
        -- logins
        'visitenkarte', 'visitenkarte_api', 'visitenkarte_board']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        END IF;
    END LOOP;
END
$$;

-- Owns the schema and migrates it, and makes Grafana's logins. Nothing that serves requests logs in as this one.
ALTER ROLE visitenkarte LOGIN CREATEROLE PASSWORD :'migration_password';
GRANT dash_owner, dash_reader, visitenkarte_writer TO visitenkarte WITH ADMIN OPTION;

-- The api: reads and writes what it needs and owns nothing.
ALTER ROLE visitenkarte_api LOGIN PASSWORD :'api_password';
GRANT visitenkarte_writer TO visitenkarte_api;

-- The board: sees the schema dash, and there what the api has signed for.
ALTER ROLE visitenkarte_board LOGIN PASSWORD :'board_password';
GRANT dash_reader TO visitenkarte_board;

-- Nobody else connects, and readers make nothing.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO visitenkarte', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO visitenkarte_writer, dash_reader', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- What PostgreSQL lets everybody do and a reader could do harm with: hold the locks by which the api's instances take turns, fill
-- the disk with large objects, and watch how many rows are written when.
DO $$
DECLARE
    dangerous regprocedure;
BEGIN
    FOR dangerous IN
        SELECT oid
        FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace
          AND proname ~ '^(pg_(try_)?advisory_|lo_|loread$|lowrite$|pg_stat_get_)'
          AND has_function_privilege('public', oid, 'EXECUTE')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', dangerous);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', dangerous, CASE
            WHEN dangerous::text ~ 'advisory' THEN 'visitenkarte_writer'
            ELSE 'pg_monitor'
        END);
    END LOOP;
END
$$;
