package de.visitenkarte.api.retention;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Deletes, and writes down what was deleted. Names in angle brackets are those of a {@link RetentionRule}. */
public interface RetentionDao {

    /** Takes the right to delete until the transaction ends; false if another instance has it. */
    @SqlQuery("SELECT pg_try_advisory_xact_lock(hashtext('retention'))")
    boolean tryLock();

    /** Waits for projections that are under way, and from then on holds for all; never goes back. */
    @SqlUpdate("""
            UPDATE retention.horizon
            SET cells_from = :cellsFrom
            WHERE cells_from < :cellsFrom
            """)
    void moveHorizon(Instant cellsFrom);

    @SqlQuery("SELECT count(*) AS rows, min(<age>) AS oldest FROM <table> WHERE <age> < :before")
    @RegisterConstructorMapper(Due.class)
    Due countDue(@Define String table, @Define String age, Instant before);

    /** Deletes some rows that are old enough, any of them; returns how many. */
    @SqlQuery("""
            WITH gone AS (
                DELETE FROM <table>
                WHERE ctid = ANY(ARRAY(SELECT ctid FROM <table> WHERE <age> < :before LIMIT :limit))
                  AND <age> < :before
                RETURNING *)
            <booking>
            SELECT count(*) FROM gone
            """)
    long delete(@Define String table, @Define String age, @Define String booking, Instant before, int limit);

    @SqlQuery("SELECT min(<age>) FROM <table>")
    @Nullable
    Instant findOldest(@Define String table, @Define String age);

    @SqlUpdate("INSERT INTO retention.proof (rule, run_at, before) VALUES (:rule, :runAt, :before)")
    void beginProof(String rule, Instant runAt, Instant before);

    @SqlUpdate("""
            UPDATE retention.proof
            SET rows_deleted = rows_deleted + :rows
            WHERE rule = :rule
              AND run_at = :runAt
            """)
    void addToProof(String rule, Instant runAt, long rows);

    @SqlUpdate("""
            UPDATE retention.proof
            SET oldest_left = :oldestLeft,
                finished_at = :finishedAt
            WHERE rule = :rule
              AND run_at = :runAt
            """)
    void endProof(String rule, Instant runAt, @Nullable Instant oldestLeft, Instant finishedAt);

    /** Lists the rules that were carried out to their end since then. */
    @SqlQuery("SELECT DISTINCT rule FROM retention.proof WHERE finished_at > :since")
    Set<String> listFinished(Instant since);

    /** Lists the newest proofs, newest first. */
    @SqlQuery("""
            SELECT rule, run_at, before, rows_deleted, oldest_left, finished_at
            FROM retention.proof
            ORDER BY run_at DESC, rule
            LIMIT :limit
            """)
    @RegisterConstructorMapper(Proof.class)
    List<Proof> listProofs(int limit);

    /**
     * What a rule would delete.
     *
     * @param oldest null if there is nothing
     */
    record Due(long rows, @Nullable Instant oldest) {}

    /**
     * That a rule was carried out.
     *
     * @param before rows older than this went
     * @param oldestLeft null if the table was empty afterwards
     * @param finishedAt null if it was broken off; the rows that are counted here are gone all the same
     */
    record Proof(
            String rule,
            Instant runAt,
            Instant before,
            long rowsDeleted,
            @Nullable Instant oldestLeft,
            @Nullable Instant finishedAt) {}
}
