package de.visitenkarte.streams;

import static de.visitenkarte.streams.CountingDriver.bytesOf;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Visit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** During an upgrade a newer api may write fields that this version does not know. */
class NewerVersionTest {

    private static final UnknownFieldSet NEW_FIELD = UnknownFieldSet.newBuilder()
            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
            .build();

    @AutoClose
    private final CountingDriver driver = new CountingDriver();

    @Test
    void countsRatingsAndVisitsOfANewerVersion() {
        driver.send(aRating().setUnknownFields(NEW_FIELD).build());
        driver.send(aVisit().setUnknownFields(NEW_FIELD).build());

        assertThat(driver.ratingCells()).hasSize(1);
        assertThat(driver.waitCells()).hasSize(1);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void keepsTheNewFieldsOfWhatIsNotAcceptable() throws Exception {
        Rating rating = aRating().setAreaId("").setUnknownFields(NEW_FIELD).build();
        Visit visit =
                aVisit().setWaitSeconds(90_000).setUnknownFields(NEW_FIELD).build();
        driver.send(rating);
        driver.send(visit);

        assertThat(driver.deadLetters())
                .extracting(DeadLetter::getValue)
                .containsExactly(rating.toByteString(), visit.toByteString());
    }

    /** That record was read and is written anew. */
    @Test
    void keepsTheNewFieldsOfAReusedNumber() throws Exception {
        Rating reuse = aRating().setBodyHash(99).setUnknownFields(NEW_FIELD).build();
        driver.send(aRating().build());
        driver.send(reuse);

        assertThat(driver.deadLetters())
                .singleElement()
                .satisfies(letter ->
                        assertThat(Rating.parseFrom(letter.getValue())).isEqualTo(reuse));
    }

    @Test
    void countsAfterItsOwnUpgradeWhatItCouldNotReadBefore() {
        driver.send(Topics.VISIT, bytesOf(OFFICE), bytesOf("of a newer version"));
        driver.replay(driver.deadLetters().get(0).toBuilder()
                .setValue(aVisit().setUnknownFields(NEW_FIELD).build().toByteString())
                .build());

        assertThat(driver.waitCells()).hasSize(1);
        assertThat(driver.deadLetters()).isEmpty();
    }
}
