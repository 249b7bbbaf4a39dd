package de.visitenkarte.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The log for people to read. */
public final class AuditBook {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final Jdbi jdbi;

    public AuditBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One entry.
     *
     * @param actor name of who did it; the id where there is no name
     * @param authority name of the authority it concerns; null if it is none's alone
     * @param subject name of what it was done to; the id where there is no name
     */
    public record Line(
            long number,
            Instant occurredAt,
            String actor,
            String action,
            @Nullable String authority,
            String subject,
            SortedMap<String, String> details) {}

    /**
     * One page, newest first.
     *
     * @param older where the next page begins; null if there is none
     */
    public record Page(List<Line> lines, @Nullable Long older) {}

    /**
     * Returns the newest entries that match.
     *
     * @param filter actor: an account's id, or part of its name or login, in small or capital letters
     * @param before only entries with a lower number
     */
    public Page page(AuditFilter filter, long before, int length) {
        List<AuditBookDao.Row> rows = jdbi.onDemand(AuditBookDao.class).list(filter, before, length + 1);
        List<Line> lines = rows.stream().limit(length).map(AuditBook::line).toList();
        return new Page(lines, rows.size() > length ? lines.get(length - 1).number() : null);
    }

    private static Line line(AuditBookDao.Row row) {
        return new Line(
                row.number(),
                row.occurredAt(),
                Objects.requireNonNullElse(row.actorName(), row.actor()),
                row.action(),
                row.authorityName(),
                Objects.requireNonNullElse(row.subjectName(), row.subject()),
                details(row.details()));
    }

    private static SortedMap<String, String> details(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JsonProcessingException changedByHand) {
            return new TreeMap<>(Map.of("", json));
        }
    }
}
