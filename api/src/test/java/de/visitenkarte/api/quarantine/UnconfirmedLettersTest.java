package de.visitenkarte.api.quarantine;

import static de.visitenkarte.api.quarantine.FakeDeadLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.Examples;
import de.visitenkarte.api.examples.MovableClock;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.events.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Ratings that waited only because the registry could not be read. */
class UnconfirmedLettersTest {

    private final FakeDeadLetters letters = new FakeDeadLetters();
    private final MovableClock clock = new MovableClock();
    private final RegistryDirectory directory = Examples.aDirectoryOf(clock, Examples.aDevice());
    private final RegistryDirectory afterRevocation = Examples.aDirectoryOf(clock, Examples.aRevokedDevice());

    @AutoClose
    private final UnconfirmedLetters unconfirmed = unconfirmed(directory);

    @Test
    void areCountedAsSoonAsTheRegistryHasBeenReadAnew() {
        letters.add(unconfirmedLetter(1));
        unconfirmed.run();
        unconfirmed.run();
        assertThat(letters.published()).as("the copy is older than the letter").isEmpty();

        readAnew();
        unconfirmed.run();
        assertThat(values(letters.published())).containsExactly("value 1");

        letters.add(unconfirmedLetter(2));
        unconfirmed.run();
        readAnew();
        unconfirmed.run();
        assertThat(values(letters.published())).as("each once").containsExactly("value 1", "value 2");
    }

    @Test
    void stayForTheOperatorIfTheirTabletWasRevoked() {
        try (UnconfirmedLetters other = unconfirmed(afterRevocation)) {
            letters.add(unconfirmedLetter(1));
            other.run();
            clock.pass(Duration.ofSeconds(10));
            afterRevocation.refresh();
            other.run();
        }

        assertThat(letters.broker.history()).isEmpty();
    }

    @Test
    void areLeftToWhoeverWasQuicker() {
        letters.add(unconfirmedLetter(1));
        unconfirmed.run();
        letters.append(FakeDeadLetters.idOf(unconfirmedLetter(1)), null, FakeDeadLetters.ARRIVED_AT);
        readAnew();
        unconfirmed.run();

        assertThat(letters.broker.history()).isEmpty();
    }

    @Test
    void areTheOnlyOnesThatComeBackByThemselves() {
        letters.add(aLetter(1).setSourceId(Examples.aDevice().id()));
        letters.add(aLetter(2).setSourceId(Examples.aDevice().id()).setReason("revoked device"));
        unconfirmed.run();
        readAnew();
        unconfirmed.run();

        assertThat(letters.broker.history()).isEmpty();
    }

    private void readAnew() {
        clock.pass(Duration.ofSeconds(10));
        directory.refresh();
    }

    private UnconfirmedLetters unconfirmed(RegistryDirectory registry) {
        return new UnconfirmedLetters(letters::newConsumer, new EventPublisher(letters.broker), registry, clock);
    }

    private static DeadLetter.Builder unconfirmedLetter(long offset) {
        return aLetter(offset)
                .setReason("unconfirmed device")
                .setSourceId(Examples.aDevice().id());
    }

    private static List<String> values(List<ProducerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
