package de.visitenkarte.api.visit;

import de.visitenkarte.api.examples.Examples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A visit that can be accepted; a test changes what it is about. */
record VisitItemBuilder(
        @Nullable String officeId,
        @Nullable Instant arrivedAt,
        @Nullable Instant calledAt,
        @Nullable Instant finishedAt,
        boolean withAppointment,
        @Nullable LocalDate bookedOn) {

    private static final Instant ARRIVED_AT = Examples.NOW.minus(Duration.ofHours(1));
    private static final Instant CALLED_AT = ARRIVED_AT.plus(Duration.ofMinutes(12));

    /** Twelve minutes of waiting, no known end. */
    static VisitItemBuilder aVisit() {
        return new VisitItemBuilder(Examples.OFFICE, ARRIVED_AT, CALLED_AT, null, true, null);
    }

    VisitItemBuilder to(@Nullable String office) {
        return new VisitItemBuilder(office, arrivedAt, calledAt, finishedAt, withAppointment, bookedOn);
    }

    VisitItemBuilder arrivedAt(@Nullable Instant time) {
        return new VisitItemBuilder(officeId, time, calledAt, finishedAt, withAppointment, bookedOn);
    }

    VisitItemBuilder calledAt(@Nullable Instant time) {
        return new VisitItemBuilder(officeId, arrivedAt, time, finishedAt, withAppointment, bookedOn);
    }

    VisitItemBuilder finishedAt(@Nullable Instant time) {
        return new VisitItemBuilder(officeId, arrivedAt, calledAt, time, withAppointment, bookedOn);
    }

    VisitItemBuilder withoutAppointment() {
        return new VisitItemBuilder(officeId, arrivedAt, calledAt, finishedAt, false, bookedOn);
    }

    VisitItemBuilder bookedOn(String day) {
        return new VisitItemBuilder(officeId, arrivedAt, calledAt, finishedAt, withAppointment, LocalDate.parse(day));
    }

    VisitItem build() {
        return new VisitItem(9, officeId, arrivedAt, calledAt, finishedAt, withAppointment, bookedOn);
    }
}
