package de.visitenkarte.streams.rating;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.anAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.RatingCell;
import de.visitenkarte.events.RatingCells;
import org.junit.jupiter.api.Test;

class RatingFoldTest {

    @Test
    void foldsIntoTheQuarterHourOfTheOffice() {
        assertThat(RatingFold.keyOf(aRating().build())).isEqualTo("musterstadt-mitte/" + BUCKET);
    }

    @Test
    void countsEachValueAtItsPlace() {
        RatingCells cells = withAnswer(1);
        for (int value = 1; value <= 5; value++) {
            cells = RatingFold.add(cells, withAnswer(value));
        }
        assertThat(cells.getCellsList())
                .singleElement()
                .satisfies(cell -> assertThat(cell.getCountsList()).containsExactly(2L, 1L, 1L, 1L, 1L));
    }

    @Test
    void keepsAreasInstrumentsAndQuestionsApartAndInOrder() {
        RatingCells other = RatingFold.one(aRating()
                .setInstrumentVersion(2)
                .addAnswers(anAnswer("clarity", 3))
                .build());
        assertThat(RatingFold.add(other, RatingFold.one(aRating().build())).getCellsList())
                .isEqualTo(
                        RatingFold.add(RatingFold.one(aRating().build()), other).getCellsList())
                .extracting(RatingCell::getInstrumentVersion, RatingCell::getQuestionId)
                .extracting(Object::toString)
                .containsExactly("(1, \"overall\")", "(2, \"clarity\")", "(2, \"overall\")");
    }

    private static RatingCells withAnswer(int value) {
        return RatingFold.one(
                aRating().clearAnswers().addAnswers(anAnswer("overall", value)).build());
    }
}
