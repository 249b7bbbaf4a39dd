package de.visitenkarte.api.retention;

import de.visitenkarte.events.Topics;
import java.time.Instant;
import java.util.List;

/** What is deleted when. */
final class RetentionRules {

    private static final String BOOK_RATINGS = """
            , booked AS (
                INSERT INTO account.expired (kind, office_id, people)
                SELECT 'rating', office_id, sum(number)
                FROM gone
                CROSS JOIN unnest(counts) AS number
                WHERE question_id = 'overall'
                GROUP BY office_id
                ON CONFLICT (kind, office_id) DO UPDATE
                SET people = expired.people + excluded.people)
            """;

    private static final String BOOK_VISITS = """
            , booked AS (
                INSERT INTO account.expired (kind, office_id, people)
                SELECT 'visit', office_id, sum(visits)
                FROM gone
                GROUP BY office_id
                ON CONFLICT (kind, office_id) DO UPDATE
                SET people = expired.people + excluded.people)
            """;

    private static final String FORGET_SUMS = """
            , sums AS (
                DELETE FROM release.total
                USING gone
                WHERE total.figure_id = gone.figure_id)
            """;

    private static final String DAY = "day::timestamp AT TIME ZONE 'UTC'";
    private static final String PERIOD = "period_start::timestamp AT TIME ZONE 'UTC'";

    private RetentionRules() {}

    /** Lists all rules as they are at a moment, in the order in which they are carried out. */
    static List<RetentionRule> at(Instant now, RetentionSettings settings) {
        Instant raw = now.minus(Topics.RAW_RETENTION);
        Instant cells = settings.cellsFrom(now);
        Instant figures = settings.figuresFrom(now);
        return List.of(
                new RetentionRule("undelivered-visits", "feed.outbox", "queued_at", raw),
                new RetentionRule("rating-cells", "cell.rating_cell", "bucket_start", cells, BOOK_RATINGS),
                new RetentionRule("wait-cells", "cell.wait_cell", "bucket_start", cells, BOOK_VISITS),
                new RetentionRule("band-cells", "cell.band_cell", "hour_start", cells),
                new RetentionRule("closed-days", "release.changed_day", DAY, cells),
                new RetentionRule("leaves", "release.leaf", "starts_at", cells),
                new RetentionRule("file-hashes", "feed.file_visit", "noted_at", cells),
                new RetentionRule("zms-comparison", "feed.zms_comparison", DAY, cells),
                new RetentionRule("rating-figures", "release.rating_figure", PERIOD, figures, FORGET_SUMS),
                new RetentionRule("wait-figures", "release.wait_figure", PERIOD, figures, FORGET_SUMS),
                new RetentionRule("lead-figures", "release.lead_figure", PERIOD, figures, FORGET_SUMS),
                // Last: sums are built anew from blocks, so a figure must not outlive them.
                new RetentionRule("blocks", "release.block", DAY, figures));
    }
}
