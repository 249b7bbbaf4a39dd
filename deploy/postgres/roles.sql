-- The two logins of Visitenkarte. Run once by a superuser, with psql, in the product's database, before the api starts:
--   VISITENKARTE_DATABASE_PASSWORD=… VISITENKARTE_GRAFANA_DATABASE_PASSWORD=… psql -d visitenkarte -f roles.sql
-- The compose file does it when the database is made.
\set ON_ERROR_STOP on
\getenv api_password VISITENKARTE_DATABASE_PASSWORD
\getenv grafana_password VISITENKARTE_GRAFANA_DATABASE_PASSWORD

-- May read released figures: the api gives it the views of the schema dash, and nothing else.
CREATE ROLE dash_reader NOLOGIN;

-- The api owns its schemas. It grants itself dash_reader, so that the board reads with no more rights than Grafana.
CREATE ROLE visitenkarte LOGIN PASSWORD :'api_password';
GRANT dash_reader TO visitenkarte WITH ADMIN OPTION;

-- Grafana. Whoever may query its data source may send any SQL, so the limits belong here.
CREATE ROLE grafana LOGIN PASSWORD :'grafana_password' IN ROLE dash_reader CONNECTION LIMIT 20;
ALTER ROLE grafana SET default_transaction_read_only = on;
ALTER ROLE grafana SET statement_timeout = '15s';

-- Nobody else connects, and nobody makes temporary tables.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO visitenkarte', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO grafana', current_database());
END
$$;
