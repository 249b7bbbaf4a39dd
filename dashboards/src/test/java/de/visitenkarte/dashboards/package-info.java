/**
 * Proves the Grafana dashboards without a Grafana server: rules about their JSON, and every query on what was really released.
 * Must not contain anything that ships: what ships is JSON and YAML.
 * Start reading at {@link de.visitenkarte.dashboards.BoardsIT}.
 */
@NullMarked
package de.visitenkarte.dashboards;

import org.jspecify.annotations.NullMarked;
