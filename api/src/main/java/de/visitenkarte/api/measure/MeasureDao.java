package de.visitenkarte.api.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Measures in PostgreSQL. */
public interface MeasureDao {

    /** Lists the latest measures, of one authority or one field if it is named. */
    @SqlQuery("""
            SELECT m.measure_id AS id,
                   m.authority_id,
                   a.name AS authority_name,
                   m.field,
                   m.title,
                   m.text,
                   m.starts_on,
                   m.ends_on,
                   m.changed_at,
                   m.withdrawn_at
            FROM measure.measure m
            JOIN registry.authority a USING (authority_id)
            WHERE (:authorityId::text IS NULL OR m.authority_id = :authorityId)
              AND (:field::text IS NULL OR m.field = :field)
            ORDER BY m.starts_on DESC, m.measure_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> list(@Nullable String authorityId, @Nullable String field, int limit);

    @SqlQuery("""
            SELECT m.measure_id AS id,
                   m.authority_id,
                   a.name AS authority_name,
                   m.field,
                   m.title,
                   m.text,
                   m.starts_on,
                   m.ends_on,
                   m.changed_at,
                   m.withdrawn_at
            FROM measure.measure m
            JOIN registry.authority a USING (authority_id)
            WHERE m.measure_id = :id
              AND m.authority_id = :authorityId
            FOR UPDATE OF m
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> lock(String id, String authorityId);

    @SqlQuery("""
            SELECT m.measure_id AS id,
                   m.authority_id,
                   a.name AS authority_name,
                   m.field,
                   m.title,
                   m.text,
                   m.starts_on,
                   m.ends_on,
                   m.changed_at,
                   m.withdrawn_at
            FROM measure.measure m
            JOIN registry.authority a USING (authority_id)
            WHERE m.measure_id = :id
              AND m.authority_id = :authorityId
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(String id, String authorityId);

    @SqlUpdate("""
            INSERT INTO measure.measure (
                measure_id, authority_id, field, title, text, starts_on, ends_on, logged_at, changed_at)
            VALUES (:id, :authorityId, :field.code, :title, :text, :startsOn, :endsOn, :now, :now)
            """)
    void insert(String id, String authorityId, @BindMethods MeasureDraft draft, Instant now);

    @SqlUpdate("""
            UPDATE measure.measure
            SET field = :field.code,
                title = :title,
                text = :text,
                starts_on = :startsOn,
                ends_on = :endsOn,
                changed_at = :now
            WHERE measure_id = :id
            """)
    void update(String id, @BindMethods MeasureDraft draft, Instant now);

    @SqlUpdate("""
            UPDATE measure.measure
            SET withdrawn_at = :now,
                changed_at = :now
            WHERE measure_id = :id
            """)
    void withdraw(String id, Instant now);

    /** A measure as it stands in the table. */
    record Row(
            String id,
            String authorityId,
            String authorityName,
            String field,
            String title,
            String text,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Instant changedAt,
            @Nullable Instant withdrawnAt) {

        Measure measure() {
            FieldOfAction known = FieldOfAction.find(field)
                    .orElseThrow(() -> new IllegalStateException("no field of action is called " + field));
            return new Measure(
                    id,
                    authorityId,
                    authorityName,
                    new MeasureDraft(known, title, text, startsOn, endsOn),
                    changedAt,
                    withdrawnAt);
        }
    }
}
