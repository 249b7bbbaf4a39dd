/**
 * Makes the Grafana side of every authority and of the ministry: a login in PostgreSQL, an organisation, a data source and the
 * dashboards, the same in all of them.
 *
 * <p>Must not decide what a login sees: row-level security in the database does, by the name of the login.
 *
 * <p>Start reading with {@link de.visitenkarte.api.grafana.GrafanaSetup}.
 */
@NullMarked
package de.visitenkarte.api.grafana;

import org.jspecify.annotations.NullMarked;
