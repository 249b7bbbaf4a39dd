package de.visitenkarte.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.feed.FeedDao.OfficeFeed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedStateTest {

    private static final Duration PATIENCE = Duration.ofHours(2);

    /** Monday, an hour after opening. */
    private static final String MONDAY_AT_NINE = "2026-11-23T08:00:00Z";

    @Test
    void officeWithoutAQueueSystemHasNoFeed() {
        assertThat(state(false, null, MONDAY_AT_NINE)).isEqualTo(FeedState.NONE);
    }

    @Test
    void queueSystemThatNeverSentIsNotCalledSilent() {
        assertThat(state(true, null, MONDAY_AT_NINE)).isEqualTo(FeedState.NEVER);
    }

    @Test
    void twoHoursMayPassWhileTheOfficeIsOpen() {
        assertThat(state(true, "2026-11-23T08:00:00Z", "2026-11-23T10:00:00Z")).isEqualTo(FeedState.OK);
        assertThat(state(true, "2026-11-23T08:00:00Z", "2026-11-23T10:00:01Z")).isEqualTo(FeedState.SILENT);
    }

    @Test
    void nobodyIsMissedAtNightOrAtTheWeekend() {
        assertThat(state(true, "2026-11-20T14:45:00Z", MONDAY_AT_NINE)).isEqualTo(FeedState.OK);
    }

    @Test
    void timeOfTheEveningBeforeCounts() {
        assertThat(state(true, "2026-11-20T13:30:00Z", MONDAY_AT_NINE)).isEqualTo(FeedState.SILENT);
    }

    @Test
    void staysSilentOverNight() {
        assertThat(state(true, "2026-11-20T11:00:00Z", "2026-11-21T23:00:00Z")).isEqualTo(FeedState.SILENT);
    }

    @Test
    void clockChangeMakesNoHour() {
        assertThat(state(true, "2026-10-23T14:00:00Z", "2026-10-26T08:00:00Z"))
                .as("one hour on Friday, one on Monday in winter time")
                .isEqualTo(FeedState.OK);
    }

    @Test
    void visitsFromFilesAreNotMissed() {
        assertThat(FeedState.of(feed(true, "2026-01-01T08:00:00Z", "Mo-Fr 08:00-16:00", true), PATIENCE, now()))
                .isEqualTo(FeedState.OK);
    }

    @Test
    void withoutHoursThatCanBeReadTheCoreOfTheMorningDecides() {
        for (String hours : new String[] {null, "nach Vereinbarung"}) {
            assertThat(FeedState.of(feed(true, "2026-11-23T06:00:00Z", hours, false), PATIENCE, now()))
                    .as("from nine on there were 20 minutes and a little")
                    .isEqualTo(FeedState.OK);
            assertThat(FeedState.of(feed(true, "2026-11-20T08:00:00Z", hours, false), PATIENCE, now()))
                    .isEqualTo(FeedState.SILENT);
        }
    }

    private static Instant now() {
        return Instant.parse("2026-11-23T08:20:30Z");
    }

    private static FeedState state(boolean registered, @Nullable String last, String now) {
        return FeedState.of(feed(registered, last, "Mo-Fr 08:00-16:00", false), PATIENCE, Instant.parse(now));
    }

    private static OfficeFeed feed(boolean registered, @Nullable String last, @Nullable String hours, boolean byFile) {
        return new OfficeFeed(
                "mitte", "Europe/Berlin", hours, registered, byFile, last == null ? null : Instant.parse(last));
    }
}
