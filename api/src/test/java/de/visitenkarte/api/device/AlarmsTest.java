package de.visitenkarte.api.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {

    /** Monday, two hours after the office has opened. */
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void nothingIsWrongWithATabletThatReportedJustNowAndGotARating() {
        assertThat(Alarms.of(aTablet().row(), 400, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:45:00Z, 2026-11-23T09:00:00Z, false, fifteen minutes",
        "2026-11-23T08:44:59Z, 2026-11-23T09:00:00Z, true, a second more",
        "2026-11-20T14:55:00Z, 2026-11-23T07:10:00Z, false, five minutes on Friday and ten on Monday",
        "2026-11-20T14:55:00Z, 2026-11-23T07:10:01Z, true, the same and a second",
        "2026-11-23T12:00:00Z, 2026-11-23T22:00:00Z, true, since noon: still so at night",
        "2026-11-23T15:00:00Z, 2026-11-24T06:59:00Z, false, switched off over night",
    })
    void silenceIsOpeningTimeWithoutAReport(String heardAt, String now, boolean silent, String what) {
        Set<Alarm> alarms = Alarms.of(aTablet().heardAt(heardAt).row(), 0, Instant.parse(now));

        assertThat(alarms.contains(Alarm.SILENT)).as(what).isEqualTo(silent);
    }

    @Test
    void tabletThatWasPairedAndNeverReportsIsSilentButNotOneFromAFileThatIsNotSetUpYet() {
        assertThat(Alarms.of(aTablet().never().pairedAt("2026-11-23T08:44:00Z").row(), 0, NOW))
                .containsExactly(Alarm.SILENT);
        assertThat(Alarms.of(aTablet().never().pairedAt("2026-11-23T08:46:00Z").row(), 0, NOW))
                .isEmpty();
        assertThat(Alarms.of(aTablet().never().row(), 400, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"99, 2, false", "100, 2, true", "49, 1, false", "50, 1, true"})
    void visitsAreMissedInRatingsFromFiftyForEachTablet(long visits, int tablets, boolean missed) {
        TabletRow row = aTablet().ratedOn(TODAY.minusDays(1)).tablets(tablets).row();

        assertThat(Alarms.of(row, visits, NOW).contains(Alarm.VISITS_WITHOUT_RATINGS))
                .isEqualTo(missed);
    }

    @Test
    void tabletThatWasPairedTodayIsNotAskedForRatings() {
        Facts fresh = aTablet().ratedOn(null).pairedAt("2026-11-23T08:30:00Z");

        assertThat(Alarms.of(fresh.row(), 400, NOW)).isEmpty();
        assertThat(Alarms.of(fresh.pairedAt("2026-11-22T08:30:00Z").row(), 400, NOW))
                .containsExactly(Alarm.VISITS_WITHOUT_RATINGS);
    }

    @ParameterizedTest
    @CsvSource({
        "23, 0, true, 80, false, ''",
        "24, 0, true, 80, false, OLD_QUEUE",
        "0, 300, true, 80, false, ''",
        "0, 301, true, 80, false, CLOCK_WRONG",
        "0, -301, true, 80, false, CLOCK_WRONG",
        "0, 0, false, 80, false, STORAGE_NOT_PERSISTED",
        "0, 0, , , , ''",
        "0, 0, true, 20, false, ''",
        "0, 0, true, 19, false, BATTERY_LOW",
        "0, 0, true, 19, true, ''",
        "0, 0, true, 19, , ''",
    })
    void whatATabletSaysOfItself(
            int oldestHours,
            long offsetSeconds,
            @Nullable Boolean persisted,
            @Nullable Integer battery,
            @Nullable Boolean charging,
            String expected) {
        TabletRow row = aTablet().row(oldestHours, offsetSeconds, persisted, battery, charging);

        assertThat(Alarms.of(row, 0, NOW))
                .extracting(Alarm::name)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void nothingIsWrongAnyMoreWithATabletThatIsRevoked() {
        assertThat(Alarms.of(aTablet().heardAt("2026-11-01T08:00:00Z").revoked().row(), 400, NOW))
                .isEmpty();
    }

    private static Facts aTablet() {
        return new Facts(NOW.minus(Duration.ofMinutes(4)), null, null, TODAY, 1);
    }

    /** What differs between the tests. */
    private record Facts(
            @Nullable Instant heardAt,
            @Nullable Instant pairedAt,
            @Nullable Instant revokedAt,
            @Nullable LocalDate ratedOn,
            int tablets) {

        Facts heardAt(String at) {
            return new Facts(Instant.parse(at), pairedAt, revokedAt, ratedOn, tablets);
        }

        Facts pairedAt(String at) {
            return new Facts(heardAt, Instant.parse(at), revokedAt, ratedOn, tablets);
        }

        Facts revoked() {
            return new Facts(heardAt, pairedAt, NOW, ratedOn, tablets);
        }

        Facts ratedOn(@Nullable LocalDate day) {
            return new Facts(heardAt, pairedAt, revokedAt, day, tablets);
        }

        Facts tablets(int number) {
            return new Facts(heardAt, pairedAt, revokedAt, ratedOn, number);
        }

        Facts never() {
            return new Facts(null, pairedAt, revokedAt, null, tablets);
        }

        TabletRow row() {
            return row(0, 0, true, 80, false);
        }

        TabletRow row(
                int oldestHours,
                long offsetSeconds,
                @Nullable Boolean persisted,
                @Nullable Integer battery,
                @Nullable Boolean charging) {
            return new TabletRow(
                    "tablet-1",
                    "Ausgang",
                    "Aufenthalt",
                    "mitte",
                    "Mitte",
                    "Europe/Berlin",
                    "Mo-Fr 08:00-16:00",
                    tablets,
                    pairedAt,
                    revokedAt,
                    NOW,
                    null,
                    ratedOn,
                    heardAt,
                    heardAt == null ? null : "1.0",
                    1,
                    0,
                    oldestHours,
                    0,
                    persisted,
                    battery,
                    charging,
                    offsetSeconds);
        }
    }
}
