package de.visitenkarte.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15:00Z, 2026-11-23T10:15:00Z",
        "2026-11-23T10:29:59.999999999Z, 2026-11-23T10:15:00Z",
        "2026-11-23T10:30:00Z, 2026-11-23T10:30:00Z",
    })
    void startsAtTheQuarterHour(Instant instant, Instant start) {
        assertThat(Bucket.startOf(instant)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:45:00Z",
        "1969-12-31T23:45:00Z, 1969-12-31T23:45:00Z",
        "1969-12-31T23:44:59Z, 1969-12-31T23:30:00Z",
    })
    void goesBackwardsBefore1970Too(Instant instant, Instant start) {
        assertThat(Bucket.startOf(instant)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        // The local hour from 2 to 3 comes twice; the two are an hour apart.
        "2026-10-25T02:07:00+02:00, 2026-10-25T00:00:00Z",
        "2026-10-25T02:07:00+01:00, 2026-10-25T01:00:00Z",
        // The clock jumps from 2 to 3.
        "2026-03-29T01:59:00+01:00, 2026-03-29T00:45:00Z",
        "2026-03-29T03:01:00+02:00, 2026-03-29T01:00:00Z",
    })
    void tellsTheHoursOfANightWithAClockChangeApart(OffsetDateTime local, Instant start) {
        assertThat(Bucket.startOf(local.toInstant())).isEqualTo(start);
    }

    @Property
    void containsItsInstant(@ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        Instant start = Bucket.startOf(instant);

        assertThat(start.getEpochSecond() % 900).isZero();
        assertThat(start).isBeforeOrEqualTo(instant).isAfter(instant.minus(Bucket.LENGTH));
    }

    /** What the class comment claims, and what lets a bucket belong to exactly one local day. */
    @Test
    void everyTimeZoneIsAMultipleAwayFromUtc() {
        Instant now = Instant.parse("2026-11-23T10:15:00Z");

        assertThat(Arrays.stream(TimeZone.getAvailableIDs())
                        .map(id -> ZoneId.of(id, ZoneId.SHORT_IDS))
                        .map(zone -> zone.getRules().getOffset(now).getTotalSeconds()))
                .allMatch(seconds -> seconds % Bucket.LENGTH.toSeconds() == 0);
    }
}
