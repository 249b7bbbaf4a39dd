package de.visitenkarte.streams;

import static de.visitenkarte.streams.CountingDriver.bytesOf;
import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.OFFICE;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.aRatingWithoutAnswers;
import static de.visitenkarte.streams.examples.Examples.aVisit;
import static de.visitenkarte.streams.examples.Examples.anAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.google.protobuf.ByteString;
import de.visitenkarte.events.DeadLetter;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.WaitBins;
import de.visitenkarte.events.WaitCell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CountingTopologyTest {

    private static final String OVERALL_CELL = OFFICE + "/musterstadt-mitte-aufenthalt/1/overall/" + BUCKET;

    @AutoClose
    private final CountingDriver driver = new CountingDriver();

    @Test
    void countsRatingIntoTheCellOfItsOfficeAreaInstrumentQuestionAndBucket() {
        driver.send(aRating().build());

        assertThat(driver.ratingCells())
                .containsExactly(Map.entry(
                        OVERALL_CELL,
                        RatingCell.newBuilder()
                                .setAreaId("musterstadt-mitte-aufenthalt")
                                .setInstrumentVersion(1)
                                .setQuestionId("overall")
                                .addAllCounts(List.of(0L, 0L, 0L, 1L, 0L))
                                .build()));
        assertThat(driver.count("ratings.counted")).isEqualTo(1);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void addsUpRatingsOfOneBucket() {
        driver.send(aRating().setSequenceNumber(1).build());
        driver.send(aRating().setSequenceNumber(2).build());
        driver.send(aRatingWithoutAnswers()
                .setDeviceId("another-device")
                .addAnswers(anAnswer("overall", 1))
                .build());

        assertThat(driver.ratingCells())
                .extractingByKey(OVERALL_CELL)
                .extracting(RatingCell::getCountsList, LIST)
                .containsExactly(1L, 0L, 0L, 2L, 0L);
    }

    @Test
    void countsEachQuestionInItsOwnCell() {
        driver.send(aRating().addAnswers(anAnswer("respect", 3)).build());

        assertThat(driver.ratingCells()).containsOnlyKeys(OVERALL_CELL, OVERALL_CELL.replace("overall", "respect"));
    }

    @Test
    void dropsRepetitionAndCountsItAsDuplicate() {
        driver.send(aRating().build());
        driver.ratingCells();

        driver.send(aRating().build());

        assertThat(driver.ratingCells()).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.count("ratings.duplicate")).isEqualTo(1);
        assertThat(driver.count("ratings.counted")).isEqualTo(1);
    }

    @Test
    void quarantinesReusedNumberAndKeepsTheFirstRating() {
        driver.send(aRating().build());
        Rating reuse = aRating().setBodyHash(99).build();

        driver.send(reuse);

        assertThat(driver.ratingCells())
                .extractingByKey(OVERALL_CELL)
                .extracting(RatingCell::getCountsList, LIST)
                .containsExactly(0L, 0L, 0L, 1L, 0L);
        assertThat(driver.deadLetters())
                .containsExactly(DeadLetter.newBuilder()
                        .setTopic(Topics.RATING.name())
                        .setPartition(0)
                        .setOffset(1)
                        .setReason("sequence number reused")
                        .setDetail("Number 1 of musterstadt-mitte-aufenthalt-1 came before with another body")
                        .setKey(ByteString.copyFromUtf8(OFFICE))
                        .setValue(reuse.toByteString())
                        .setOfficeId(OFFICE)
                        .setSourceId("musterstadt-mitte-aufenthalt-1")
                        .build());
        assertThat(driver.count("ratings.quarantined")).isEqualTo(1);
    }

    @Test
    void countsRatingFromTwoWeeksAgoInItsOwnBucket() {
        long twoWeeksAgo = BUCKET - Duration.ofDays(14).toSeconds();
        driver.send(aRating().setSequenceNumber(1).build());
        driver.ratingCells();

        driver.send(aRating().setSequenceNumber(2).setBucketStart(twoWeeksAgo).build());

        Map<String, RatingCell> cells = driver.ratingCells();
        assertThat(cells).containsOnlyKeys(OVERALL_CELL.replace("" + BUCKET, "" + twoWeeksAgo));
        assertThat(cells.values()).extracting(RatingCell::getCountsList).containsExactly(List.of(0L, 0L, 0L, 1L, 0L));
    }

    @Test
    void countsRatingFromTheFutureInItsOwnBucketAndNobodyElseIsLate() {
        long inTenYears = BUCKET + Duration.ofDays(3650).toSeconds();

        driver.send(aRating().setSequenceNumber(1).setBucketStart(inTenYears).build());
        driver.send(aRating().setSequenceNumber(2).build());

        assertThat(driver.ratingCells())
                .containsOnlyKeys(OVERALL_CELL.replace("" + BUCKET, "" + inTenYears), OVERALL_CELL);
    }

    @Test
    void goesOnAfterWhateverCannotBeRead() {
        driver.send(Topics.RATING, null, null);
        driver.send(Topics.RATING, bytesOf(OFFICE), null);
        driver.send(Topics.RATING, bytesOf(OFFICE), new byte[0]);
        driver.send(Topics.RATING, bytesOf(OFFICE), bytesOf("{\"overall\":4}"));
        driver.send(aRating().build());

        assertThat(driver.deadLetters())
                .extracting(DeadLetter::getReason)
                .containsExactly("unreadable", "unreadable", "unreadable", "unreadable");
        assertThat(driver.count("ratings.quarantined")).isEqualTo(4);
        assertThat(driver.ratingCells()).containsOnlyKeys(OVERALL_CELL);
    }

    @Test
    void quarantinesWholeRecordWithItsReasonAndItsPlace() {
        driver.send(Topics.RATING, bytesOf("any key"), bytesOf("garbage"));

        assertThat(driver.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getKey().toStringUtf8()).isEqualTo("any key");
            assertThat(letter.getValue().toStringUtf8()).isEqualTo("garbage");
            assertThat(letter.getTopic()).isEqualTo("visitenkarte.rating.v1");
            assertThat(letter.getOffset()).isZero();
        });
    }

    @Test
    void quarantinesRatingUnderTheKeyOfAnotherOffice() {
        driver.send(Topics.RATING, null, aRating().build().toByteArray());
        driver.send(Topics.RATING, bytesOf("another-office"), aRating().build().toByteArray());

        assertThat(driver.deadLetters())
                .extracting(DeadLetter::getDetail)
                .containsExactly("The key of the record is not the office", "The key of the record is not the office");
        assertThat(driver.ratingCells()).isEmpty();
    }

    @Test
    void countsRatingAfterAnUnacceptableOneUnderTheSameNumber() {
        driver.send(aRating().setAreaId("").build());
        driver.send(aRating().build());

        assertThat(driver.deadLetters()).extracting(DeadLetter::getReason).containsExactly("not acceptable");
        assertThat(driver.ratingCells()).containsOnlyKeys(OVERALL_CELL);
    }

    @Test
    void countsVisitIntoTheCellOfItsOfficeAppointmentAndBucket() {
        driver.send(aVisit().setSequenceNumber(1).setWaitSeconds(750).build());
        driver.send(aVisit().setSequenceNumber(2).setWaitSeconds(756).build());
        driver.send(aVisit().setSequenceNumber(3).setWithAppointment(false).build());

        Map<String, WaitCell> cells = driver.waitCells();
        assertThat(cells).containsOnlyKeys(OFFICE + "/with/" + BUCKET, OFFICE + "/without/" + BUCKET);
        assertThat(cells).extractingByKey(OFFICE + "/with/" + BUCKET).satisfies(cell -> {
            assertThat(cell.getVisits()).isEqualTo(2);
            assertThat(cell.getWaitSecondsSum()).isEqualTo(1506);
            assertThat(cell.getHistogramList()).hasSize(WaitBins.COUNT);
            assertThat(cell.getHistogram(12)).isEqualTo(2);
        });
        assertThat(driver.count("visits.counted")).isEqualTo(3);
    }

    @Test
    void numbersVisitsPerIntegrationAndOffice() {
        driver.send(aVisit().build());
        driver.send(aVisit().build());
        driver.send(aVisit().setOfficeId("another-office").build());
        driver.send(aVisit().setIntegrationId("another-integration").build());

        assertThat(driver.count("visits.counted")).isEqualTo(3);
        assertThat(driver.count("visits.duplicate")).isEqualTo(1);
    }

    @Test
    void quarantinesVisitThatWaitedLongerThanADay() {
        driver.send(aVisit().setWaitSeconds(86_401).build());

        assertThat(driver.deadLetters())
                .extracting(DeadLetter::getDetail)
                .containsExactly("wait_seconds is more than 86400");
        assertThat(driver.waitCells()).isEmpty();
        assertThat(driver.count("visits.quarantined")).isEqualTo(1);
    }

    @Test
    void passesOnOncePerPeriodHoweverOftenACellChanged() {
        for (int number = 1; number <= 100; number++) {
            driver.send(aRating().setSequenceNumber(number).build());
        }
        assertThat(driver.ratingCellRecords()).isZero();

        driver.passOn();
        assertThat(driver.ratingCellRecords()).isEqualTo(1);

        driver.passOn();
        assertThat(driver.ratingCellRecords()).isZero();
        assertThat(driver.count("ratings.counted")).isEqualTo(100);
    }

    @Test
    void passesOnAgainWhatChangesAgain() {
        driver.send(aRating().setSequenceNumber(1).build());
        driver.passOn();
        driver.send(aRating().setSequenceNumber(2).build());
        driver.passOn();

        assertThat(driver.ratingCellRecords()).isEqualTo(2);
    }
}
