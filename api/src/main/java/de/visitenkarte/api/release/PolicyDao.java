package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.ReleasePolicy;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The policies that were ever in force. */
public interface PolicyDao {

    @SqlQuery("""
            SELECT block_size, share_minimum, extremes_minimum, comparison_minimum
            FROM release.policy
            ORDER BY number DESC
            LIMIT 1
            """)
    @RegisterConstructorMapper(ReleasePolicy.class)
    Optional<ReleasePolicy> findNewest();

    @SqlUpdate("""
            INSERT INTO release.policy
                (valid_from, account_id, block_size, share_minimum, extremes_minimum, comparison_minimum)
            VALUES (:validFrom, :accountId, :blockSize, :shareMinimum, :extremesMinimum, :comparisonMinimum)
            """)
    void insert(
            @Bind("validFrom") Instant validFrom,
            @Bind("accountId") String accountId,
            @BindMethods ReleasePolicy policy);
}
