package de.visitenkarte.streams;

import static de.visitenkarte.streams.CountingDriver.bytesOf;
import static de.visitenkarte.streams.examples.Examples.DEVICE;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.Account;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was accepted is what was counted and what is in quarantine. */
class AccountTest {

    private static final String OF_DEVICE = "RATING/0/" + OFFICE + "/" + DEVICE;
    private static final String OF_OFFICE = "RATING/0/" + OFFICE + "/";

    @AutoClose
    private final CountingDriver driver = new CountingDriver();

    @Test
    void booksOnWhoeverSent() {
        driver.send(aRating().setSequenceNumber(1).build());
        driver.send(aRating().setSequenceNumber(5).build());
        driver.send(aRating().setSequenceNumber(5).build());
        driver.send(aVisit().build());

        assertThat(driver.accounts())
                .containsEntry(
                        OF_DEVICE,
                        Account.newBuilder()
                                .setKind(Account.Kind.RATING)
                                .setAuthorityId("musterstadt")
                                .setOfficeId(OFFICE)
                                .setSourceId(DEVICE)
                                .setAccepted(2)
                                .setCounted(2)
                                .setDuplicates(1)
                                .setSequenceNumbers(2)
                                .setHighestSequenceNumber(5)
                                .build())
                .extractingByKey("VISIT/0/" + OFFICE + "/musterstadt-aufruf")
                .returns(1L, Account::getCounted);
    }

    @Test
    void booksReusedNumberOnceHoweverOftenItComes() {
        Rating reuse = aRating().setBodyHash(99).build();
        driver.send(aRating().build());
        driver.send(reuse);
        driver.send(reuse);
        driver.send(aRating().setBodyHash(100).build());

        assertThat(driver.deadLetters()).hasSize(2);
        assertThat(driver.accounts()).extractingByKey(OF_DEVICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(3);
            assertThat(account.getCounted()).isEqualTo(1);
            assertThat(account.getQuarantined()).isEqualTo(2);
            assertThat(account.getDuplicates()).isEqualTo(1);
            assertThat(account.getSequenceNumbers()).isEqualTo(1);
        });
    }

    @Test
    void booksWhatNamesNoSourceOnItsOfficeOrOnNobody() {
        driver.send(Topics.RATING, bytesOf(OFFICE), bytesOf("garbage"));
        driver.send(Topics.RATING, null, bytesOf("garbage"));
        driver.send(Topics.RATING, bytesOf("<b>no office</b>"), bytesOf("garbage"));

        assertThat(driver.accounts())
                .extractingByKeys(OF_OFFICE, "RATING/0//")
                .extracting(Account::getQuarantined)
                .containsExactly(1L, 2L);
    }

    @Test
    void countsWhatIsReplayedAfterAFixAndTakesItOutOfQuarantineOnce() {
        driver.send(Topics.RATING, bytesOf(OFFICE), bytesOf("of a newer version"));
        DeadLetter letter = driver.deadLetters().get(0).toBuilder()
                .setValue(aRating().build().toByteString())
                .build();

        driver.replay(letter);
        driver.replay(letter);

        Map<String, Account> accounts = driver.accounts();
        assertThat(accounts).extractingByKey(OF_OFFICE).satisfies(account -> {
            assertThat(account.getQuarantined()).isZero();
            assertThat(account.getAccepted()).isZero();
            assertThat(account.getReplays()).isEqualTo(1);
            assertThat(account.getDuplicates()).isEqualTo(1);
        });
        assertThat(accounts).extractingByKey(OF_DEVICE).returns(1L, Account::getCounted);
    }

    @Test
    void keepsInQuarantineWhatIsReplayedInVain() {
        driver.send(Topics.RATING, bytesOf(OFFICE), bytesOf("garbage"));
        driver.replay(driver.deadLetters().get(0));

        assertThat(driver.deadLetters()).hasSize(1);
        assertThat(driver.accounts()).extractingByKey(OF_OFFICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(1);
            assertThat(account.getQuarantined()).isEqualTo(1);
        });
    }

    @Test
    void bringsBackNothingThatIsNotInQuarantine() {
        driver.send(Topics.RATING, bytesOf(OFFICE), bytesOf("garbage"));
        // A recount after the fix: what was refused before is counted where it stands, and came a second time.
        driver.send(aRating().build());
        driver.replay(driver.deadLetters().get(0).toBuilder()
                .setOffset(1)
                .setValue(aRating().build().toByteString())
                .build());

        Map<String, Account> accounts = driver.accounts();
        assertThat(accounts).extractingByKey(OF_OFFICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(1);
            assertThat(account.getQuarantined()).isEqualTo(1);
            assertThat(account.getReplays()).isZero();
        });
        assertThat(accounts).extractingByKey(OF_DEVICE).satisfies(account -> {
            assertThat(account.getAccepted()).isEqualTo(1);
            assertThat(account.getCounted()).isEqualTo(1);
            assertThat(account.getDuplicates()).isEqualTo(1);
        });
    }

    @Test
    void accountsForEveryRecord() {
        List.of(
                        aRating(),
                        aRating(),
                        aRating().setBodyHash(1),
                        aRating().setAreaId(""),
                        aRating().setSequenceNumber(9))
                .forEach(rating -> driver.send(rating.build()));
        driver.send(Topics.RATING, null, null);

        long accounted = driver.accounts().values().stream()
                .mapToLong(account -> account.getAccepted() + account.getDuplicates() + account.getReplays())
                .sum();

        assertThat(accounted).isEqualTo(6);
    }
}
