package de.visitenkarte.dashboards;

import java.time.Duration;
import java.time.Instant;

/** What a viewer chose in Grafana's time picker. */
record TimeRange(Instant from, Instant to) {

    static TimeRange before(Instant to, Duration length) {
        return new TimeRange(to.minus(length), to);
    }
}
