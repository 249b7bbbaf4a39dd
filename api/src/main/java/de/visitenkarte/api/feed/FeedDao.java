package de.visitenkarte.api.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** How the feeds of the offices are. */
public interface FeedDao {

    /** Lists all offices with what decides about their feed; the newest cell is found through the primary key. */
    @SqlQuery("""
            SELECT o.office_id,
                   o.time_zone,
                   o.opening_hours,
                   EXISTS (SELECT FROM registry.integration i WHERE i.authority_id = o.authority_id) AS registered,
                   EXISTS (SELECT FROM feed.numbering n WHERE n.office_id = o.office_id AND n.kind = 'file')
                       AND NOT EXISTS (SELECT
                                       FROM account.source s
                                       WHERE s.kind = 'visit'
                                         AND s.office_id = o.office_id
                                         AND s.source_id NOT IN (SELECT n.integration_id
                                                                 FROM feed.numbering n
                                                                 WHERE n.kind = 'file')) AS by_file,
                   (SELECT c.bucket_start + interval '15 minutes'
                    FROM cell.wait_cell c
                    WHERE c.office_id = o.office_id
                    ORDER BY c.bucket_start DESC
                    LIMIT 1) AS last_visit_until
            FROM registry.office o
            ORDER BY o.office_id
            """)
    @RegisterConstructorMapper(OfficeFeed.class)
    List<OfficeFeed> listFeeds();

    @SqlBatch("""
            INSERT INTO feed.office_state (office_id, state, silent_since, checked_at)
            VALUES (:officeId, :state, :silentSince, :checkedAt)
            ON CONFLICT (office_id) DO UPDATE
            SET state = excluded.state,
                silent_since = excluded.silent_since,
                checked_at = excluded.checked_at
            """)
    void upsertStates(@BindMethods Collection<OfficeState> states);

    /**
     * What decides about the feed of an office.
     *
     * @param registered whether the authority has a queue system
     * @param byFile whether its visits come from files only, which say nothing in between
     * @param lastVisitUntil end of the quarter hour of the last visit, null if there was none
     */
    record OfficeFeed(
            String officeId,
            String timeZone,
            @Nullable String openingHours,
            boolean registered,
            boolean byFile,
            @Nullable Instant lastVisitUntil) {}

    /** How the feed of an office is, by its name in the database. */
    record OfficeState(
            String officeId, String state, @Nullable Instant silentSince, Instant checkedAt) {}
}
