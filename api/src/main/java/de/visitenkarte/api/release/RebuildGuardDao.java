package de.visitenkarte.api.release;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Tells whether cells that are built anew are all there again. */
public interface RebuildGuardDao {

    /**
     * Returns whether cells are being built anew and some of what was counted before is not there yet. Adds up all cells, but
     * only from the moment when the books are complete, and never again once the cells are.
     */
    default boolean isRebuilding() {
        if (!isBegun()) {
            return false;
        }
        if (areBooksIncomplete() || areCellsIncomplete()) {
            return true;
        }
        end();
        return false;
    }

    /** Returns whether a rebuild was begun that has not been seen to end. */
    @SqlQuery("SELECT EXISTS (SELECT FROM account.rebuild)")
    boolean isBegun();

    /** Returns whether a partition has fewer records in the books than when the rebuild began. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM account.rebuild r
                WHERE r.records > (SELECT coalesce(sum(accepted + duplicates + replays), 0)
                                   FROM account.source s
                                   WHERE s.kind = r.kind
                                     AND s.partition = r.partition))
            """)
    boolean areBooksIncomplete();

    /**
     * Returns whether the cells of a kind, with those that expired, hold less than its books say was counted. More is well:
     * under load cells arrive before their books.
     */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT FROM account.source
                GROUP BY kind
                HAVING sum(counted) > (SELECT coalesce(sum(people), 0)
                                       FROM account.expired e
                                       WHERE e.kind = source.kind) + CASE kind
                    WHEN 'rating' THEN (SELECT coalesce(sum(number), 0)
                                        FROM cell.rating_cell
                                        CROSS JOIN unnest(counts) AS number
                                        WHERE question_id = 'overall')
                    ELSE (SELECT coalesce(sum(visits), 0) FROM cell.wait_cell)
                END)
            """)
    boolean areCellsIncomplete();

    @SqlUpdate("DELETE FROM account.rebuild")
    void end();
}
