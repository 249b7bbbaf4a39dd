package de.visitenkarte.streams.visit;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.visitenkarte.events.Visit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitAcceptanceTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 720, 86_400})
    void acceptsWaitsFromNothingToADay(int waitSeconds) {
        assertThat(VisitAcceptance.objectionTo(
                        aVisit().setWaitSeconds(waitSeconds).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatIsWrong(Visit.Builder visit, String objection) {
        assertThat(VisitAcceptance.objectionTo(visit.build())).contains(objection);
    }

    static Stream<Arguments> saysWhatIsWrong() {
        return Stream.of(
                arguments(aVisit().setIntegrationId(""), "integration_id is blank"),
                arguments(aVisit().setAuthorityId(""), "authority_id is blank"),
                arguments(aVisit().setOfficeId("a/b"), "office_id contains a '/'"),
                arguments(aVisit().setSequenceNumber(0), "sequence_number is not between 1 and 9007199254740991"),
                arguments(
                        aVisit().setBucketStart(BUCKET - 1),
                        "bucket_start is not the start of a quarter hour from 1970 to 9999"),
                arguments(aVisit().setWaitSeconds(86_401), "wait_seconds is more than 86400"),
                arguments(aVisit().setWaitSeconds(-1), "wait_seconds is more than 86400"));
    }
}
