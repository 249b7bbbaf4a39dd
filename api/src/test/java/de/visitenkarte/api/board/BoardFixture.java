package de.visitenkarte.api.board;

import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.release.Releaser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** The board on a database of its own, with a pilot that has two offices. */
final class BoardFixture {

    static final String TODAY = "2026-11-23";
    static final String OFFICE = "musterstadt-mitte";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
    private final Cells cells = new Cells(jdbi);
    private final Board board = new Board(jdbi.onDemand(BoardDao.class), () -> ReleasePolicy.FLOOR, clock);

    BoardFixture() {
        anAuthority("musterstadt").with(OFFICE).with("musterstadt-nord").insert(jdbi);
    }

    Clock clock() {
        return clock;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    Cells cells() {
        return cells;
    }

    Board board() {
        return board;
    }

    /** Releases what changed so far. */
    void release() {
        releaseAt(NOW);
    }

    void releaseAt(Instant time) {
        new Releaser(jdbi, Clock.fixed(time, ZoneOffset.UTC), new SimpleMeterRegistry()).run();
    }

    /** Returns what the browser gets. */
    static JsonNode json(Object value) {
        try {
            return read(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns expected JSON, which may have single quotes. */
    static JsonNode read(String json) {
        try {
            return JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
