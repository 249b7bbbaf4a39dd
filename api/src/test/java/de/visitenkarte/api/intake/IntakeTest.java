package de.visitenkarte.api.intake;

import static de.visitenkarte.api.examples.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.visitenkarte.api.examples.FakeBroker;
import de.visitenkarte.api.intake.Verdict.Kind;
import de.visitenkarte.api.intake.Verdict.Reason;
import de.visitenkarte.api.problem.UnavailableException;
import de.visitenkarte.api.publish.EventPublisher;
import de.visitenkarte.events.QuarantineMark;
import de.visitenkarte.events.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

    private static final String DEVICE = "tablet-1";
    private static final Verdict NUMBERLESS = new Verdict(null, Kind.REJECTED, Reason.SEQUENCE_NUMBER_MISSING);

    private final ObjectMapper mapper = new ObjectMapper();
    private final FakeBroker broker = new FakeBroker();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Intake<Item> intake = newIntake();

    /** What a test sends: an item with the body "bad" is not acceptable. */
    record Item(long sequenceNumber, String office, String body) {}

    @BeforeEach
    void newIntakePerTest() {
        intake = newIntake();
    }

    @Test
    void givesOneVerdictPerItemInTheirOrder() {
        Receipt receipt = take(item(3, "good"), item(1, "bad"), item(2, "good"), item(3, "good"));

        assertThat(receipt.verdicts())
                .containsExactly(accepted(3), rejected(1, Reason.ANSWER_OUT_OF_RANGE), accepted(2), duplicate(3));
    }

    @Test
    void takesTheHighestNumberThatEveryJsonReaderReadsRight() {
        assertThat(take(item(9007199254740991L, "a")).verdicts()).containsExactly(accepted(9007199254740991L));
    }

    @Test
    void marksWhatIsNotToBeCountedYet() {
        intake.take(DEVICE, QuarantineMark.REVOKED_DEVICE, List.of(item(1, "a"), item(2, "bad")), IntakeTest::assess);
        take(item(3, "c"));

        assertThat(broker.history())
                .extracting(event -> {
                    Header mark = event.headers().lastHeader(QuarantineMark.NAME);
                    return mark == null ? "none" : new String(mark.value(), StandardCharsets.UTF_8);
                })
                .containsExactly("revoked device", "none");
    }

    @Test
    void tellsTheTimeOfTheServer() {
        assertThat(take(item(1, "good")).serverTime()).isEqualTo(NOW);
    }

    @Test
    void publishesAcceptedItemsOnlyAndEachOnce() {
        take(item(1, "a"), item(2, "bad"), item(3, "c"), item(1, "a"));

        assertThat(published()).containsExactly("a", "c");
    }

    @Test
    void eventsAreKeyedAndTimedCoarsely() {
        take(item(1, "a"));
        ProducerRecord<String, byte[]> event = broker.history().get(0);

        assertThat(event.topic()).isEqualTo(Topics.RATING.name());
        assertThat(event.key()).isEqualTo("mitte");
        assertThat(event.partition()).isNull();
        assertThat(event.headers()).isEmpty();
        assertThat(event.timestamp()).isEqualTo(Bucket.startOf(NOW).toEpochMilli());
    }

    @Test
    void repetitionAfterTheAcknowledgementIsADuplicate() {
        take(item(1, "a"));

        assertThat(take(item(1, "a")).verdicts()).containsExactly(duplicate(1));
        assertThat(published()).containsExactly("a");
    }

    @Test
    void sameNumberOfAnotherSenderIsNoDuplicate() {
        take(item(1, "a"));

        assertThat(intake.take("tablet-2", List.of(item(1, "a")), IntakeTest::assess)
                        .verdicts())
                .containsExactly(accepted(1));
    }

    @Test
    void sameNumberInAnotherOfficeIsNoDuplicate() {
        take(item(1, "a"));

        assertThat(take(json("{'sequenceNumber': 1, 'office': 'nord', 'body': 'a'}"))
                        .verdicts())
                .containsExactly(accepted(1));
    }

    /** Streams puts it in quarantine, where someone sees it; here it would get lost. */
    @Test
    void numberThatIsUsedAgainForAnotherBodyIsPublished() {
        take(item(1, "a"));

        assertThat(take(item(1, "b"), item(1, "c")).verdicts()).containsExactly(accepted(1), accepted(1));
        assertThat(published()).containsExactly("a", "b", "c");
    }

    @Test
    void forgetsWhatTheBrokerDidNotAcknowledge() {
        broker.sendException = new KafkaException("away");
        assertThatThrownBy(() -> take(item(1, "a"))).isInstanceOf(UnavailableException.class);
        broker.sendException = null;

        assertThat(take(item(1, "a")).verdicts()).containsExactly(accepted(1));
        assertThat(published()).containsExactly("a");
    }

    @Test
    void countsNothingThatWasNotTaken() {
        broker.sendException = new KafkaException("away");

        assertThatThrownBy(() -> take(item(1, "a"), item(2, "bad"))).isInstanceOf(UnavailableException.class);
        assertThat(counted("accepted")).isZero();
        assertThat(counted("rejected")).isZero();
    }

    @Test
    void itemThatCannotBeReadHoldsUpNoOther() {
        Receipt receipt = take(
                json("{'sequenceNumber': 1, 'office': 'mitte', 'body': 'a', 'colour': 4}"),
                json("{'sequenceNumber': 2, 'office': {}, 'body': 'a'}"),
                item(3, "c"));

        assertThat(receipt.verdicts())
                .containsExactly(rejected(1, Reason.NOT_READABLE), rejected(2, Reason.NOT_READABLE), accepted(3));
    }

    /** Of all that is wrong with an item this is what its sender should hear. */
    @Test
    void itemWithAFieldForAClerkOrADeskSaysSo() {
        Receipt receipt = take(
                json("{'sequenceNumber': 1, 'colour': 1, 'office': 'mitte', 'body': 'a', 'schalter': 4}"),
                json("{'sequenceNumber': 2, 'office': 'mitte', 'body': 'a', 'details': [{'userName': 'x'}]}"),
                json("{'ticketNumber': 'A17'}"),
                item(3, "c"));

        assertThat(receipt.verdicts())
                .containsExactly(
                        rejected(1, Reason.PERSON_OR_DESK_FIELD),
                        rejected(2, Reason.PERSON_OR_DESK_FIELD),
                        new Verdict(null, Kind.REJECTED, Reason.PERSON_OR_DESK_FIELD),
                        accepted(3));
        assertThat(published()).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "7",
                "'text'",
                "[]",
                "{'sequenceNumber': null}",
                "{'sequenceNumber': 0}",
                "{'sequenceNumber': -1}",
                "{'sequenceNumber': 1.0}",
                "{'sequenceNumber': '1'}",
                "{'sequenceNumber': 9007199254740992}",
                "{'sequenceNumber': 9223372036854775807}",
                "{'sequenceNumber': 9223372036854775808}"
            })
    void itemWithoutANumberIsRejectedWithoutOne(String json) {
        assertThat(take(json(json), item(1, "a")).verdicts()).containsExactly(NUMBERLESS, accepted(1));
    }

    @Test
    void countsVerdicts() {
        take(item(1, "a"), item(1, "a"), item(2, "bad"), json("{}"), item(3, "c"));

        assertThat(counted("accepted")).isEqualTo(2);
        assertThat(counted("duplicate")).isEqualTo(1);
        assertThat(counted("rejected")).isEqualTo(2);
    }

    private Intake<Item> newIntake() {
        return new Intake<>(
                Item.class,
                "ratings",
                Topics.RATING,
                new Intake.Tools(mapper, new EventPublisher(broker), Clock.fixed(NOW, ZoneOffset.UTC), meters));
    }

    private Receipt take(JsonNode... items) {
        return intake.take(DEVICE, List.of(items), IntakeTest::assess);
    }

    private static Assessment assess(Item item, Instant now) {
        return item.body().equals("bad")
                ? new Assessment.Unacceptable(Reason.ANSWER_OUT_OF_RANGE)
                : new Assessment.Acceptable(
                        item.office(), item.body().getBytes(StandardCharsets.UTF_8), BodyHash.of(item.body()));
    }

    private JsonNode item(long number, String body) {
        return mapper.valueToTree(new Item(number, "mitte", body));
    }

    private JsonNode json(String text) {
        try {
            return mapper.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private Stream<String> published() {
        return broker.history().stream().map(event -> new String(event.value(), StandardCharsets.UTF_8));
    }

    private double counted(String verdict) {
        return meters.get("ratings." + verdict).counter().count();
    }

    private static Verdict accepted(long number) {
        return new Verdict(number, Kind.ACCEPTED, null);
    }

    private static Verdict duplicate(long number) {
        return new Verdict(number, Kind.DUPLICATE, null);
    }

    private static Verdict rejected(long number, @Nullable Reason reason) {
        return new Verdict(number, Kind.REJECTED, reason);
    }
}
