package de.visitenkarte.api.visit;

import de.visitenkarte.api.examples.Examples;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visit that can be accepted; a test changes what it is about. */
record VisitItemBuilder(
        @Nullable String officeId,
        @Nullable Instant arrivedAt,
        @Nullable Instant calledAt,
        @Nullable Instant finishedAt,
        boolean withAppointment) {

    private static final Instant ARRIVED_AT = Examples.NOW.minus(Duration.ofHours(1));
    private static final Instant CALLED_AT = ARRIVED_AT.plus(Duration.ofMinutes(12));

    /** Twelve minutes of waiting, no known end. */
    static VisitItemBuilder aVisit() {
        return new VisitItemBuilder(Examples.OFFICE, ARRIVED_AT, CALLED_AT, null, true);
    }

    VisitItemBuilder to(@Nullable String office) {
        return new VisitItemBuilder(office, arrivedAt, calledAt, finishedAt, withAppointment);
    }

    VisitItemBuilder arrivedAt(@Nullable Instant time) {
        return new VisitItemBuilder(officeId, time, calledAt, finishedAt, withAppointment);
    }

    VisitItemBuilder calledAt(@Nullable Instant time) {
        return new VisitItemBuilder(officeId, arrivedAt, time, finishedAt, withAppointment);
    }

    VisitItemBuilder finishedAt(@Nullable Instant time) {
        return new VisitItemBuilder(officeId, arrivedAt, calledAt, time, withAppointment);
    }

    VisitItemBuilder withoutAppointment() {
        return new VisitItemBuilder(officeId, arrivedAt, calledAt, finishedAt, false);
    }

    VisitItem build() {
        return new VisitItem(9, officeId, arrivedAt, calledAt, finishedAt, withAppointment);
    }
}
