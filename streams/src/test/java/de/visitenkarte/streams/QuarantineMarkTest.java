package de.visitenkarte.streams;

import static de.visitenkarte.streams.CountingDriver.bytesOf;
import static de.visitenkarte.streams.examples.Examples.DEVICE;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.Account;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.QuarantineMark;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ratings that the api marked: of tablets that were taken out of use, or that it could not tell from them. */
class QuarantineMarkTest {

    private static final String OF_DEVICE = "RATING/0/" + OFFICE + "/" + DEVICE;

    @AutoClose
    private final CountingDriver driver = new CountingDriver();

    @ParameterizedTest
    @EnumSource
    void putsMarkedRatingAsideOnTheAccountOfItsTablet(QuarantineMark mark) {
        sendMarked(aRating().build(), mark.text());

        assertThat(driver.ratingCells()).isEmpty();
        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).isEqualTo(mark.text());
            assertThat(letter.getSourceId()).isEqualTo(DEVICE);
            assertThat(letter.getValue()).isEqualTo(aRating().build().toByteString());
        });
        assertThat(driver.accounts()).extractingByKey(OF_DEVICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(1);
            assertThat(account.getQuarantined()).isEqualTo(1);
            assertThat(account.getCounted()).isZero();
        });
    }

    @Test
    void countsMarkedRatingOnceItIsReplayed() {
        sendMarked(aRating().build(), QuarantineMark.REVOKED_DEVICE.text());
        DeadLetter letter = driver.deadLetters().get(0);

        driver.replay(letter);
        driver.replay(letter);

        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.accounts()).extractingByKey(OF_DEVICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(1);
            assertThat(account.getQuarantined()).isZero();
            assertThat(account.getCounted()).isEqualTo(1);
        });
    }

    @Test
    void countsWhatWasCountedBeforeItsTabletWasRevokedNotASecondTime() {
        driver.send(aRating().build());
        sendMarked(aRating().build(), QuarantineMark.REVOKED_DEVICE.text());
        driver.replay(driver.deadLetters().get(0));

        assertThat(driver.accounts()).extractingByKey(OF_DEVICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(1);
            assertThat(account.getCounted()).isEqualTo(1);
            assertThat(account.getDuplicates()).isEqualTo(1);
            assertThat(account.getQuarantined()).isZero();
        });
    }

    @Test
    void putsAsideWhatANewerApiMarkedForAReasonThatIsNotKnownYet() {
        sendMarked(aRating().build(), "a reason of next year");

        assertThat(driver.deadLetters()).extracting(DeadLetter::getReason).containsExactly("not acceptable");
        assertThat(driver.accounts()).extractingByKey(OF_DEVICE).returns(0L, Account::getCounted);
    }

    private void sendMarked(Rating rating, String text) {
        driver.send(
                Topics.RATING,
                bytesOf(rating.getOfficeId()),
                rating.toByteArray(),
                new RecordHeaders().add(QuarantineMark.NAME, bytesOf(text)));
    }
}
