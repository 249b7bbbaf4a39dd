package de.visitenkarte.standalone.demo;

import de.visitenkarte.api.calendar.OpeningHours;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One site of an authority.
 *
 * @param fullyStaffed when all desks are staffed and demand is normal; null: whenever the office is open
 * @param satisfaction share of visitors who answer 4 or 5 after a wait of half an hour, 0…1 exclusive
 */
record Office(
        String id,
        String name,
        OpeningHours openingHours,
        @Nullable OpeningHours fullyStaffed,
        double satisfaction,
        List<Area> areas) {

    /** All of the demo lies in one time zone. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    Office {
        areas = List.copyOf(areas);
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("an office has at least one area: " + id);
        }
        if (satisfaction <= 0 || satisfaction >= 1) {
            throw new IllegalArgumentException("satisfaction is a share between 0 and 1: " + id);
        }
    }

    OpeningHours staffingHours() {
        return fullyStaffed == null ? openingHours : fullyStaffed;
    }

    int visitsPerDay() {
        return areas.stream().mapToInt(Area::visitsPerDay).sum();
    }
}
