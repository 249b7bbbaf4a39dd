package de.visitenkarte.api.visitfile;

import static de.visitenkarte.api.examples.Book.aBook;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.Examples.anIntegration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.FakeBroker;
import de.visitenkarte.api.problem.UnavailableException;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.Visit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of visits from files, kept in PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class VisitFilePublisherIT {

    private static final String HEADINGS = "Standort;Datum;Ankunft;Aufruf;Termin\n";
    private static final String FIRST = "musterstadt-mitte;16.11.2026;08:05;08:21;nein\n";
    private static final String SECOND = "musterstadt-mitte;16.11.2026;08:10;08:14;ja\n";
    private static final String THIRD = "musterstadt-mitte;16.11.2026;10:10;10:15;ja\n";
    private static final String NORTH = "musterstadt-nord;16.11.2026;10:10;10:15;ja\n";

    private final FakeBroker broker = new FakeBroker();
    private Jdbi jdbi;
    private VisitFilePublisher publisher;

    @BeforeEach
    void migrate() {
        jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
        publisher = new VisitFilePublisher(jdbi, anIntegration(), NOW);
    }

    @Test
    void sameFileGetsTheSameNumbersAgain() {
        assertThat(publish(FIRST + SECOND)).isEqualTo(new VisitFilePublisher.Result(2, 0));
        List<Visit> before = published();
        assertThat(publish(FIRST + SECOND)).isEqualTo(new VisitFilePublisher.Result(0, 2));

        assertThat(before).extracting(Visit::getSequenceNumber).containsExactly(1L, 2L);
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void longerFileInAnotherOrderAddsOnlyWhatIsNew() {
        publish(FIRST + SECOND);
        published();

        assertThat(publish(THIRD + SECOND + FIRST)).isEqualTo(new VisitFilePublisher.Result(1, 2));
        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(3L, 2L, 1L);
    }

    @Test
    void visitsThatAreAlikeCountOneByOne() {
        assertThat(publish(FIRST + FIRST)).isEqualTo(new VisitFilePublisher.Result(2, 0));
        assertThat(publish(FIRST + FIRST + FIRST)).isEqualTo(new VisitFilePublisher.Result(1, 2));
        broker.clear();
        publish(FIRST);

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(1L);
    }

    @Test
    void eachOfficeHasNumbersOfItsOwn() {
        publish(NORTH + FIRST + THIRD);

        assertThat(published())
                .extracting(visit -> visit.getOfficeId() + " " + visit.getSequenceNumber())
                .containsExactly("musterstadt-mitte 1", "musterstadt-mitte 2", "musterstadt-nord 1");
    }

    @Test
    void lookingChangesNothing() {
        assertThat(publisher.look(read(FIRST + SECOND))).isEqualTo(new VisitFilePublisher.Result(2, 0));
        assertThat(publish(FIRST)).isEqualTo(new VisitFilePublisher.Result(1, 0));

        assertThat(publisher.look(read(FIRST + SECOND))).isEqualTo(new VisitFilePublisher.Result(1, 1));
        assertThat(published()).hasSize(1);
    }

    @Test
    void interruptedImportGoesOnWithTheSameNumbers() {
        broker.sendException = new KafkaException("away");
        assertThatThrownBy(() -> publish(FIRST + SECOND)).isInstanceOf(UnavailableException.class);
        broker.sendException = null;
        broker.clear();
        publish(THIRD + FIRST + SECOND);

        assertThat(published()).extracting(Visit::getSequenceNumber).containsExactly(3L, 1L, 2L);
    }

    @Test
    void refusesAnIntegrationThatAQueueSystemNumbers() {
        aBook("visit", "musterstadt-mitte", "musterstadt-aufruf", 7).insert(jdbi);

        assertThatThrownBy(() -> publish(FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("an integration of their own");
        assertThat(published()).isEmpty();
    }

    @Test
    void exampleOfTheHandbookCanBeImported() throws IOException {
        Path example = Path.of("..", "docs", "handbuch", "besuche-beispiel.csv");
        FileContent content;
        try (InputStream file = Files.newInputStream(example)) {
            content = new VisitFileReader(anIntegration(), NOW).read(file);
        }

        assertThat(content.faults()).isEmpty();
        assertThat(publisher.look(content.visits())).isEqualTo(new VisitFilePublisher.Result(4, 0));
    }

    private VisitFilePublisher.Result publish(String lines) {
        return publisher.publish(read(lines), new EventPublisher(broker), sent -> {});
    }

    private static List<FileContent.Line> read(String lines) {
        try {
            FileContent content = new VisitFileReader(anIntegration(), NOW)
                    .read(new ByteArrayInputStream((HEADINGS + lines).getBytes(StandardCharsets.UTF_8)));
            assertThat(content.faults()).isEmpty();
            return content.visits();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the broker got since this was asked before. */
    private List<Visit> published() {
        List<Visit> visits = broker.visits();
        broker.clear();
        return visits;
    }
}
