package de.visitenkarte.api.quarantine;

import static de.visitenkarte.api.quarantine.FakeDeadLetters.ARRIVED_AT;
import static de.visitenkarte.api.quarantine.FakeDeadLetters.OFFICE;
import static de.visitenkarte.api.quarantine.FakeDeadLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.ReplayHeader;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Visit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final LetterFilter ANY = new LetterFilter(null, null);
    private static final String ID = Topics.RATING.name() + "/0/7";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final FakeDeadLetters letters = new FakeDeadLetters();
    private final Quarantine quarantine = quarantine(Duration.ofSeconds(5));

    @Test
    void listSaysThatNothingIsThere() {
        quarantine.list(ANY, 10);

        assertThat(lines()).containsExactly("Nothing lies in quarantine: whatever was accepted is counted.");
    }

    @Test
    void listPrintsOneLineForEachLetterNewestLastAndASumForEachReason() {
        letters.add(
                aLetter(3).setSourceId("tablet-1").setReason("sequence number reused"), ARRIVED_AT.plusSeconds(1800));
        letters.add(aLetter(12).setOfficeId(""), ARRIVED_AT.plusSeconds(899));
        letters.add(aLetter(7), ARRIVED_AT);

        quarantine.list(ANY, 10);

        assertThat(lines())
                .containsExactly(
                        ID + "   2026-11-23T10:15:00Z  not acceptable          " + OFFICE
                                + "  -         area_id is blank",
                        "visitenkarte.rating.v1/0/12  2026-11-23T10:15:00Z  not acceptable          -         -"
                                + "         area_id is blank",
                        "visitenkarte.rating.v1/0/3   2026-11-23T10:45:00Z  sequence number reused  " + OFFICE
                                + "  tablet-1  area_id is blank",
                        "",
                        "not acceptable: 2",
                        "sequence number reused: 1",
                        "in quarantine: 3");
    }

    @Test
    void listTakesOnlyWhatMatches() {
        letters.add(aLetter(1));
        letters.add(aLetter(2).setReason("unreadable"));
        letters.add(aLetter(3).setReason("unreadable").setOfficeId("another"));

        quarantine.list(new LetterFilter("Unreadable", OFFICE), 10);
        assertThat(lines()).last().isEqualTo("in quarantine: 1");
        quarantine.list(new LetterFilter("weather", null), 10);
        assertThat(lines()).last().isEqualTo("No letter in quarantine matches.");
    }

    @Test
    void listSaysHowManyItDoesNotPrint() {
        for (int i = 0; i < 5; i++) {
            letters.add(aLetter(i));
        }

        quarantine.list(ANY, 2);

        assertThat(lines()).startsWith("(3 older ones are not shown: --limit)").endsWith("in quarantine: 5");
        assertThat(lines().get(1)).startsWith("visitenkarte.rating.v1/0/3 ");
    }

    @Test
    void letterThatWasTakenAwayIsThereAgainOnlyIfItComesAgain() {
        letters.add(aLetter(7));
        letters.append(ID, null, ARRIVED_AT);
        quarantine.list(ANY, 10);
        letters.add(aLetter(7));
        quarantine.list(ANY, 10);

        assertThat(lines()).first().asString().startsWith("Nothing");
        assertThat(lines()).last().isEqualTo("in quarantine: 1");
    }

    @Test
    void foreignRecordHidesNoLetter() {
        letters.append("somebody", new byte[] {(byte) 0xff}, ARRIVED_AT);
        letters.add(aLetter(7));

        quarantine.list(ANY, 10);

        assertThat(lines()).contains("not a letter: 1", "not acceptable: 1");
    }

    @Test
    void textFromOutsideCannotControlTheTerminal() {
        letters.add(aLetter(7).setDetail("\u001b[2Jgone\nagain"));

        quarantine.list(ANY, 10);

        assertThat(lines().get(0)).endsWith("?[2Jgone?again");
    }

    @Test
    void showPrintsARatingWithoutAnswersLanguageAndHash() {
        UnknownFieldSet.Field newer =
                UnknownFieldSet.Field.newBuilder().addVarint(4711).build();
        Rating rating = Rating.newBuilder()
                .setDeviceId("tablet-1")
                .setSequenceNumber(17)
                .setLanguage("tigrinya")
                .setBodyHash(99)
                .addAnswers(Answer.newBuilder().setQuestionId("overall").setValue(2))
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(42, newer).build())
                .build();
        letters.add(aLetter(7).setValue(rating.toByteString()));

        quarantine.show(ID, false);

        assertThat(lines())
                .contains(
                        "id:      " + ID,
                        "arrived: 2026-11-23T10:15:00Z (quarter hour)",
                        "key:     " + OFFICE,
                        "replay:  possible",
                        "device_id: \"tablet-1\"",
                        "sequence_number: 17",
                        "# and fields that this version does not know: [42]");
        assertThat(lines()).noneMatch(line -> line.matches(".*(overall|answers \\{|tigrinya|body_hash|4711).*"));
    }

    @Test
    void showPrintsAVisit() {
        Visit visit = Visit.newBuilder()
                .setIntegrationId("aufruf")
                .setWaitSeconds(90_000)
                .build();
        letters.add(aLetter(7).setTopic(Topics.VISIT.name()).setValue(visit.toByteString()));

        quarantine.show(Topics.VISIT.name() + "/0/7", false);

        assertThat(lines()).contains("# a visit", "integration_id: \"aufruf\"", "wait_seconds: 90000");
    }

    @Test
    void showPrintsTheBytesOfWhatCannotBeRead() {
        letters.add(aLetter(7).setValue(ByteString.copyFromUtf8("{\"overall\": 4, ö}")));

        quarantine.show(ID, false);

        assertThat(lines())
                .contains(
                        "0000  7b 22 6f 76 65 72 61 6c 6c 22 3a 20 34 2c 20 c3  {\"overall\": 4, .",
                        "0010  b6 7d                                            .}");
    }

    @Test
    void showCutsALongDumpAndPrintsAllBytesIfAsked() {
        letters.add(aLetter(7).setValue(ByteString.copyFromUtf8("x".repeat(1100))));

        quarantine.show(ID, true);

        assertThat(lines())
                .contains("# and 76 bytes more: --bytes", "value as hex: " + "78".repeat(1100))
                .hasSizeLessThan(85);
    }

    @Test
    void showOfAnUnknownLetterSaysSo() {
        assertThatThrownBy(() -> quarantine.show("nothing/0/0", false))
                .hasMessage("No letter nothing/0/0 lies in quarantine: see list.");
    }

    @Test
    void replayPublishesTheRecordAsItWasWithItsHeaderAndTakesTheLetterAway() {
        DeadLetter.Builder letter = aLetter(7).setSourceId("tablet-1");
        letters.add(letter, ARRIVED_AT.plusSeconds(100));

        quarantine.replay(Set.of(ID));

        assertThat(letters.published()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topics.RATING.name());
            assertThat(record.partition()).isZero();
            assertThat(record.timestamp()).isEqualTo(ARRIVED_AT.toEpochMilli());
            assertThat(record.key()).isEqualTo(OFFICE);
            assertThat(record.value()).asString(StandardCharsets.UTF_8).isEqualTo("value 7");
            assertThat(headerOf(record)).isEqualTo(new ReplayHeader(ID, OFFICE, "tablet-1"));
        });
        letters.deliverRemovals();
        quarantine.list(ANY, 10);
        assertThat(lines())
                .containsExactly(
                        ID + ": replayed",
                        "replayed: 1, not replayed: 0",
                        "Nothing lies in quarantine: whatever was accepted is counted.");
    }

    @Test
    void replaySaysWhyALetterStays() {
        letters.add(aLetter(7).setReason("sequence number reused"));

        assertThatThrownBy(() -> quarantine.replay(Set.of(ID))).hasMessage("1 of 1 were not replayed.");
        assertThat(lines()).first().isEqualTo(ID + ": not possible: the first one with this number counts, and stays");
        assertThat(letters.broker.history()).isEmpty();
    }

    @Test
    void replayOfSeveralDoesWhatItCan() {
        letters.add(aLetter(7));

        assertThatThrownBy(() -> quarantine.replay(Set.of(ID, "nothing/0/0"))).hasMessage("1 of 2 were not replayed.");
        assertThat(letters.published()).hasSize(1);
        assertThat(lines()).contains("nothing/0/0: does not lie in quarantine");
    }

    @Test
    void replayOfAllLeavesWhatCannotBeReplayed() {
        for (int i = 0; i < 450; i++) {
            letters.add(aLetter(i));
        }
        letters.add(aLetter(900).setReason("sequence number reused"));
        letters.add(aLetter(901).setReason("unreadable"));

        quarantine.replayAll(new LetterFilter("not acceptable", null));
        assertThat(letters.published()).hasSize(450);
        assertThat(lines()).last().isEqualTo("replayed: 450, not replayed: 0");
        letters.deliverRemovals();
        quarantine.replayAll(ANY);
        assertThat(letters.published()).hasSize(451);
        assertThat(lines()).last().isEqualTo("replayed: 1, not replayed: 1");
    }

    /** Otherwise a record that Kafka never took would be gone from the list. */
    @Test
    void letterStaysIfKafkaDoesNotTakeTheRecord() {
        letters.add(aLetter(7));
        letters.broker.sendException = new KafkaException("away");

        assertThatThrownBy(() -> quarantine.replay(Set.of(ID)))
                .isInstanceOf(QuarantineException.class)
                .hasMessageContaining("Of 1 letters, 0 were certainly replayed.");
        assertThat(letters.broker.history()).isEmpty();
    }

    @Test
    void saysThatTheTopicDoesNotExist() {
        Quarantine empty = new Quarantine(() -> new MockConsumer<>("earliest"), () -> letters.broker, console());

        assertThatThrownBy(() -> empty.list(ANY, 10))
                .isInstanceOf(QuarantineException.class)
                .hasMessageContaining("streams creates it at its first start");
    }

    @Test
    void givesUpWhenTheLimitIsOver() {
        letters.add(aLetter(7));

        assertThatThrownBy(() -> quarantine(Duration.ZERO).list(ANY, 10))
                .isInstanceOf(QuarantineException.class)
                .hasMessageStartingWith("The dead letters could not be read within 0 seconds.");
    }

    private Quarantine quarantine(Duration limit) {
        return new Quarantine(letters::newConsumer, () -> letters.broker, console(), limit);
    }

    @Test
    void replayOfEverythingLeavesRevokedTabletsAloneUnlessTheyAreAskedFor() {
        letters.add(aLetter(7));
        letters.add(aLetter(8).setReason("revoked device"));

        quarantine.replayAll(ANY);
        assertThat(letters.published()).hasSize(1);
        assertThat(lines()).contains("visitenkarte.rating.v1/0/8: stays: say --reason \"revoked device\", or name it");

        quarantine.replayAll(new LetterFilter("revoked device", null));
        assertThat(letters.published()).hasSize(2);
    }

    private PrintStream console() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static ReplayHeader headerOf(ProducerRecord<String, byte[]> record) {
        byte[] value = record.headers().lastHeader(ReplayHeader.NAME).value();
        return ReplayHeader.parse(new String(value, StandardCharsets.UTF_8)).orElseThrow();
    }
}
