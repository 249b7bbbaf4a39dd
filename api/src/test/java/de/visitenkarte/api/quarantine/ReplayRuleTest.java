package de.visitenkarte.api.quarantine;

import static de.visitenkarte.api.quarantine.FakeDeadLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Topics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayRuleTest {

    static Stream<Arguments> notReplayable() {
        ByteString huge = ByteString.copyFrom(new byte[Topics.DEAD_LETTER_BYTES]);
        return Stream.of(
                Arguments.of(aLetter(7).setReason("sequence number reused"), "the first one with this number counts"),
                Arguments.of(aLetter(7).setTopic("some.topic"), "it is not about a rating or a visit"),
                Arguments.of(aLetter(7).clearValue(), "the record was empty"),
                Arguments.of(aLetter(7).setValue(huge), "longer than the 65536 bytes that a letter keeps"),
                Arguments.of(aLetter(7).setKey(huge), "longer than the 65536 bytes that a letter keeps"),
                Arguments.of(aLetter(7).clearKey(), "the key of the record is no office"),
                Arguments.of(
                        aLetter(7).setKey(ByteString.copyFrom(new byte[] {(byte) 0xff})),
                        "the key of the record is no office"),
                Arguments.of(aLetter(7).setPartition(2), "it stood on partition 2, its office is counted on 0"));
    }

    @ParameterizedTest
    @MethodSource("notReplayable")
    void saysWhyALetterStays(DeadLetter.Builder letter, String why) {
        assertThat(ReplayRule.objectionTo(letterOf(letter)))
                .hasValueSatisfying(objection ->
                        assertThat(objection).startsWith("not possible: ").contains(why));
    }

    @Test
    void allowsWhatAFixCanMakeCountable() {
        assertThat(ReplayRule.objectionTo(letterOf(aLetter(7)))).isEmpty();
        assertThat(ReplayRule.objectionTo(letterOf(aLetter(7).setTopic(Topics.VISIT.name()))))
                .isEmpty();
        assertThat(ReplayRule.objectionTo(letterOf(aLetter(7).setReason("unreadable"))))
                .isEmpty();
    }

    private static Letter letterOf(DeadLetter.Builder letter) {
        return new Letter(FakeDeadLetters.idOf(letter), FakeDeadLetters.ARRIVED_AT, letter.build());
    }
}
