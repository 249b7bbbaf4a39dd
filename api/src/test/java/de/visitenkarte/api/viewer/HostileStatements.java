package de.visitenkarte.api.viewer;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody may try who can send any SQL: one kind of attack for each template, on each column of the views and each relation
 * there is. {@code %v} is a view, {@code %c} one of its columns, {@code %r} a relation outside of {@code dash}.
 */
final class HostileStatements {

    /** Some know the ids of other authorities, because those are no secret; no template has a value that must not be seen. */
    private static final List<String> ON_COLUMNS = List.of(
            "SELECT %c FROM %v",
            "SELECT max(%c::text), min(%c::text), count(DISTINCT %c), string_agg(%c::text, ',') FROM %v",
            // Leaks by errors: of a cast, of a division, of a function that fails.
            "SELECT 1 FROM %v WHERE ('x' || %c)::int = 1",
            "SET enable_seqscan = off; SET enable_hashjoin = off; SELECT 1 FROM %v WHERE ('x' || %c)::date IS NULL",
            "SELECT a.%c, b.%c FROM %v a LEFT JOIN %v b ON ('x' || b.%c)::int = 1",
            "SELECT (SELECT string_agg(t.%c::text, ' ') FROM %v t WHERE t.%c IS NOT NULL) UNION ALL SELECT %c::text FROM %v",
            "SELECT x.* FROM %v t, LATERAL (SELECT ('v' || t.%c)::json) x",
            "DO $$ DECLARE x text; BEGIN FOR x IN SELECT %c::text FROM %v LOOP RAISE NOTICE 'found %%', x; END LOOP; END $$",
            // Becoming somebody else.
            "SET visitenkarte.viewer = 'ministry'; SELECT %c FROM %v");

    private static final List<String> ON_VIEWS = List.of(
            "SELECT * FROM %v",
            "TABLE %v",
            "SET row_security = off; SELECT * FROM %v",
            "SET ROLE dash_owner; SELECT * FROM %v",
            "RESET ROLE; SELECT * FROM %v",
            "BEGIN READ WRITE; SELECT set_config('role', 'visitenkarte', true); SELECT * FROM %v; COMMIT",
            "SELECT set_config('visitenkarte.viewer', repeat('0', 64) || 'authority/betastadt', false); SELECT * FROM %v",
            "SELECT set_config('visitenkarte.viewer', current_setting('visitenkarte.viewer') || '/betastadt', false); TABLE %v",
            "DO $$ BEGIN RAISE EXCEPTION 'found %%', (SELECT array_agg(t) FROM %v t); END $$",
            "EXPLAIN (ANALYZE, VERBOSE, BUFFERS, SETTINGS) SELECT * FROM %v t WHERE ('x' || t::text)::int = 1",
            "SELECT t FROM %v t",
            "SELECT to_jsonb(t), row_to_json(t), hstore(t) FROM %v t",
            "SELECT to_jsonb(t) FROM %v t FOR UPDATE",
            "SELECT query_to_xml('SELECT * FROM %v', true, true, '')",
            "SELECT table_to_xml('%v', true, true, '')",
            "SELECT * FROM %v TABLESAMPLE SYSTEM (100)",
            "SELECT tableoid::regclass, ctid, xmin, * FROM %v",
            "COPY (SELECT * FROM %v) TO STDOUT",
            "COPY %v TO STDOUT",
            "COPY (SELECT * FROM %v) TO PROGRAM 'cat'",
            "PREPARE p AS SELECT * FROM %v; SET ROLE dash_reader; EXECUTE p",
            "BEGIN; DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT * FROM %v; COMMIT; FETCH ALL FROM c",
            "BEGIN; DECLARE c SCROLL CURSOR FOR SELECT * FROM %v; SET LOCAL visitenkarte.viewer = 'ministry'; FETCH ALL FROM c",
            "WITH s AS MATERIALIZED (SELECT set_config('visitenkarte.viewer', 'ministry', true)) SELECT * FROM s, %v",
            "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM r WHERE i < 3) SELECT * FROM r, %v",
            "BEGIN READ WRITE; CREATE TEMPORARY TABLE t AS SELECT * FROM %v; SELECT * FROM t",
            "BEGIN READ WRITE; CREATE TEMPORARY VIEW t AS SELECT * FROM %v; SELECT * FROM t",
            "BEGIN READ WRITE; CREATE VIEW dash.mine AS SELECT * FROM %v; SELECT * FROM dash.mine",
            "BEGIN READ WRITE; CREATE OR REPLACE VIEW %v AS SELECT * FROM release.rating_figure; SELECT * FROM %v",
            "BEGIN READ WRITE; ALTER VIEW %v SET (security_barrier = false, security_invoker = true); SELECT * FROM %v",
            "BEGIN READ WRITE; CREATE FUNCTION pg_temp.f(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql"
                    + " AS $$ BEGIN RAISE NOTICE '%%', $1; RETURN true; END $$; SELECT 1 FROM %v t WHERE pg_temp.f(t::text)",
            "BEGIN READ WRITE; CREATE RULE r AS ON SELECT TO %v DO INSTEAD SELECT 1; COMMIT",
            "BEGIN READ WRITE; CREATE POLICY p ON %v USING (true); COMMIT",
            "BEGIN READ WRITE; GRANT ALL ON %v TO PUBLIC; COMMIT",
            "BEGIN READ WRITE; DELETE FROM %v RETURNING *",
            "BEGIN READ WRITE; LOCK TABLE %v IN ACCESS EXCLUSIVE MODE; SELECT * FROM %v",
            "SELECT pg_get_viewdef('%v'::regclass), obj_description('%v'::regclass)",
            "EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) SELECT * FROM %v",
            "EXPLAIN (GENERIC_PLAN) SELECT * FROM %v WHERE $1 IS NOT NULL");

    private static final List<String> ON_RELATIONS = List.of(
            "SELECT * FROM %r",
            "SELECT a.* FROM dash.authority d FULL JOIN %r a ON true",
            "COPY %r TO STDOUT",
            "EXPLAIN (ANALYZE) SELECT * FROM %r",
            "SET ROLE visitenkarte_writer; SELECT * FROM %r",
            "SET SESSION AUTHORIZATION visitenkarte; SELECT * FROM %r",
            "SET row_security = off; SELECT * FROM %r",
            "BEGIN READ WRITE; DELETE FROM %r RETURNING *",
            "BEGIN READ WRITE; LOCK TABLE %r",
            "BEGIN READ WRITE; ALTER TABLE %r DISABLE ROW LEVEL SECURITY; SELECT * FROM %r",
            "BEGIN READ WRITE; GRANT SELECT ON %r TO PUBLIC; SELECT * FROM %r",
            "BEGIN READ WRITE; CREATE TEMPORARY VIEW t AS SELECT * FROM %r; SELECT * FROM t",
            "SELECT * FROM pg_stats WHERE schemaname || '.' || tablename = '%r'",
            "SELECT * FROM pg_stat_all_tables WHERE relid = to_regclass('%r')",
            "SELECT pg_relation_filepath('%r'), pg_read_binary_file(pg_relation_filepath('%r'))");

    private static final List<String> ONCE = List.of(
            "SELECT access.viewer('dash_reader')",
            "SELECT rolname, rolpassword FROM pg_authid",
            "SELECT * FROM pg_shadow",
            "SELECT * FROM pg_statistic",
            "SELECT * FROM pg_statistic_ext_data",
            "SELECT * FROM pg_largeobject",
            "SELECT * FROM pg_user_mappings",
            "SELECT * FROM pg_hba_file_rules",
            "SELECT * FROM pg_file_settings",
            "SELECT * FROM pg_stat_activity",
            "SELECT * FROM pg_stat_get_activity(NULL)",
            "SELECT * FROM pg_locks",
            "SELECT * FROM pg_prepared_statements",
            "SELECT name, setting FROM pg_settings",
            "SELECT current_setting('visitenkarte.viewer', true)",
            "SELECT pg_read_file('postgresql.conf')",
            "SELECT pg_read_file('/etc/passwd')",
            "SELECT pg_ls_dir('.')",
            "SELECT lo_import('/etc/passwd')",
            "SELECT lo_export(1, '/tmp/x')",
            "BEGIN READ WRITE; SELECT lo_from_bytea(0, 'x'); COMMIT",
            "BEGIN READ WRITE; SELECT lo_create(0); COMMIT",
            "SELECT dblink('dbname=postgres user=postgres', 'SELECT 1')",
            "BEGIN READ WRITE; CREATE EXTENSION dblink; COMMIT",
            "BEGIN READ WRITE; CREATE EXTENSION file_fdw; COMMIT",
            "BEGIN READ WRITE; CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw; COMMIT",
            "BEGIN READ WRITE; CREATE SCHEMA mine; COMMIT",
            "BEGIN READ WRITE; CREATE TABLE public.mine (i int); COMMIT",
            "BEGIN READ WRITE; CREATE FUNCTION dash.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; COMMIT",
            "BEGIN READ WRITE; CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION audit.refuse(); COMMIT",
            "BEGIN READ WRITE; CREATE ROLE mine IN ROLE visitenkarte_writer; COMMIT",
            "BEGIN READ WRITE; GRANT visitenkarte_writer TO CURRENT_USER; COMMIT",
            "BEGIN READ WRITE; GRANT pg_read_all_data TO CURRENT_USER; COMMIT",
            "BEGIN READ WRITE; ALTER ROLE CURRENT_USER BYPASSRLS; COMMIT",
            "BEGIN READ WRITE; ALTER ROLE CURRENT_USER SET visitenkarte.viewer = 'ministry'; COMMIT",
            "BEGIN READ WRITE; ALTER ROLE CURRENT_USER SET role = 'visitenkarte'; COMMIT",
            "BEGIN READ WRITE; ALTER ROLE dash_owner LOGIN; COMMIT",
            "BEGIN READ WRITE; ALTER SYSTEM SET log_statement = 'all'; COMMIT",
            "BEGIN READ WRITE; ALTER DATABASE postgres SET row_security = off; COMMIT",
            "BEGIN READ WRITE; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC; COMMIT",
            "BEGIN READ WRITE; UPDATE pg_roles SET rolsuper = true; COMMIT",
            "BEGIN READ WRITE; UPDATE pg_class SET relrowsecurity = false; COMMIT",
            "BEGIN READ WRITE; VACUUM; COMMIT",
            "ANALYZE VERBOSE release.rating_figure",
            "SELECT pg_advisory_lock(hashtext('release'))",
            "SELECT pg_try_advisory_lock_shared(1)",
            "SELECT pg_terminate_backend(pid) FROM pg_locks",
            "SELECT pg_cancel_backend(pg_backend_pid() - 1)",
            "SELECT pg_reload_conf(), pg_switch_wal(), pg_create_restore_point('x')",
            "SELECT * FROM pg_logical_slot_get_changes('s', NULL, NULL)",
            "SELECT pg_create_logical_replication_slot('s', 'test_decoding')",
            "SELECT pg_export_snapshot()",
            "SELECT database_to_xml(true, true, '')",
            "SELECT schema_to_xml('release', true, true, '')",
            "SELECT schema_to_xml('dash', true, true, '')",
            "SELECT cursor_to_xml('c', 10, true, true, '')",
            "SELECT pg_sleep(0.001), clock_timestamp() FROM dash.authority WHERE authority_id = 'betastadt'",
            "SELECT CASE WHEN count(*) > 0 THEN pg_sleep(0.001) END, count(*) FROM dash.overview WHERE scope_id = 'betastadt'",
            "LISTEN anything; NOTIFY anything, 'x'",
            "LOAD 'auto_explain'",
            "DISCARD ALL; SELECT * FROM dash.overview",
            "SET SESSION AUTHORIZATION DEFAULT; RESET SESSION AUTHORIZATION; SELECT * FROM dash.overview",
            "SET search_path = release, registry, cell; SELECT * FROM rating_figure",
            "SET debug_print_plan = on; SET client_min_messages = debug5; SELECT * FROM dash.overview",
            "BEGIN; SET LOCAL session_replication_role = replica; SELECT * FROM dash.overview");

    private HostileStatements() {}

    /** Returns all statements; relations of the catalogue are read and nothing more. */
    static List<String> list(List<String> columns, List<String> relations, List<String> catalogue) {
        List<String> statements = new ArrayList<>(ONCE);
        for (String column : columns) {
            String view = column.substring(0, column.lastIndexOf('.'));
            String name = column.substring(column.lastIndexOf('.') + 1);
            ON_COLUMNS.forEach(template ->
                    statements.add(filled(template.replace("%v", view).replace("%c", '"' + name + '"'))));
        }
        columns.stream()
                .map(column -> column.substring(0, column.lastIndexOf('.')))
                .distinct()
                .forEach(view -> ON_VIEWS.forEach(template -> statements.add(filled(template.replace("%v", view)))));
        relations.forEach(
                relation -> ON_RELATIONS.forEach(template -> statements.add(filled(template.replace("%r", relation)))));
        catalogue.forEach(relation -> statements.add("SELECT * FROM " + relation));
        return statements;
    }

    /** As in a format of Java's, so that the templates can say RAISE with a percent sign. */
    private static String filled(String template) {
        return template.replace("%%", "%");
    }
}
