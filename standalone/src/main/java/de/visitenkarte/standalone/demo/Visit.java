package de.visitenkarte.standalone.demo;

import java.time.Duration;
import java.time.Instant;

/** One served visitor as the queue system reports it. Times are whole seconds. */
record Visit(Instant arrivedAt, Instant calledAt, Instant finishedAt, boolean withAppointment) {

    Visit {
        if (calledAt.isBefore(arrivedAt) || finishedAt.isBefore(calledAt)) {
            throw new IllegalArgumentException("a visitor arrives, is called, is finished: " + arrivedAt);
        }
    }

    static Visit ofSeconds(long arrivedAt, long calledAt, long finishedAt, boolean withAppointment) {
        return new Visit(
                Instant.ofEpochSecond(arrivedAt),
                Instant.ofEpochSecond(calledAt),
                Instant.ofEpochSecond(finishedAt),
                withAppointment);
    }

    Duration waited() {
        return Duration.between(arrivedAt, calledAt);
    }
}
