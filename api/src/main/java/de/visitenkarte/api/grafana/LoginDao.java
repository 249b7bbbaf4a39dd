package de.visitenkarte.api.grafana;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Logins for Grafana, and for whom they are. Only the owner of the schema may write here. */
public interface LoginDao {

    /** Makes another run of the command wait until this transaction ends. */
    @SqlQuery("SELECT pg_advisory_xact_lock(hashtext('access.login')) IS NULL")
    boolean lock();

    /** Lists the ministry and all authorities that have no login yet. */
    @SqlQuery("""
            SELECT wanted.sees
            FROM (SELECT authority_id AS sees FROM registry.authority
                  UNION ALL
                  SELECT '*') wanted
            WHERE NOT EXISTS (SELECT FROM access.login l WHERE l.sees = wanted.sees)
            ORDER BY 1
            """)
    List<String> listMissing();

    /** Adds a login by the next number, under which nobody has been added in this database. */
    @SqlUpdate("""
            INSERT INTO access.login (role_name, sees)
            SELECT left(regexp_replace(lower(current_database()), '[^a-z0-9_]', '_', 'g'), 40) || '_grafana_' ||
                   coalesce(max(substring(role_name FROM '[0-9]+$')::int), 0) + 1,
                   :sees
            FROM access.login
            """)
    void insert(@Bind("sees") String sees);

    /** Locks those whose authority has left the registry, and unlocks those whose authority has come back. */
    @SqlUpdate("""
            UPDATE access.login l
            SET locked = NOT l.locked
            WHERE l.locked = (l.sees = '*' OR EXISTS (SELECT FROM registry.authority a WHERE a.authority_id = l.sees))
            """)
    int updateLocks();

    /** Lists all logins, the ministry's first. */
    @SqlQuery("""
            SELECT l.sees, coalesce(a.name, CASE l.sees WHEN '*' THEN 'Ministerium' ELSE l.sees END) AS name,
                   l.role_name AS login, l.locked
            FROM access.login l
            LEFT JOIN registry.authority a ON a.authority_id = l.sees
            ORDER BY l.sees
            """)
    @RegisterConstructorMapper(Tenant.class)
    List<Tenant> listTenants();

    /** Returns whether this session may make roles. */
    @SqlQuery("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user")
    boolean mayCreateRoles();

    @SqlQuery("SELECT current_database()")
    String database();
}
