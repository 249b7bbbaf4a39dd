package de.visitenkarte.api.projection;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static de.visitenkarte.api.projection.CellMessages.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A projector between fake topics and a database of its own, which knows one office. */
final class ProjectionFixture {

    private final FakeTopics topics = new FakeTopics();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
    private CellProjector projector = newProjector();

    ProjectionFixture() {
        anAuthority("musterstadt").with(OFFICE).insert(jdbi);
    }

    FakeTopics topics() {
        return topics;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    CellProjector projector() {
        return projector;
    }

    CellProjector newProjector() {
        return new CellProjector(topics::newConsumer, jdbi, meters);
    }

    /** Goes on with a new projector, as after a crash: nothing is closed, nothing is committed to Kafka. */
    void crash() {
        projector = newProjector();
    }

    void project() {
        assertThat(projector.run()).isTrue();
    }

    List<String> counts() {
        return list("SELECT counts::text FROM cell.rating_cell ORDER BY bucket_start");
    }

    Map<String, Long> offsets() {
        Map<String, Long> offsets = new HashMap<>();
        list("SELECT topic || '-' || partition || ' ' || next_offset FROM cell.projected_offset WHERE next_offset > 0")
                .forEach(row -> {
                    int space = row.indexOf(' ');
                    offsets.put(row.substring(0, space), Long.parseLong(row.substring(space + 1)));
                });
        return offsets;
    }

    List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
