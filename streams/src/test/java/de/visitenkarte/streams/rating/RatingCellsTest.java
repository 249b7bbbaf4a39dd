package de.visitenkarte.streams.rating;

import static de.visitenkarte.streams.examples.Examples.BUCKET;
import static de.visitenkarte.streams.examples.Examples.aRating;
import static de.visitenkarte.streams.examples.Examples.anAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.events.RatingCell;
import de.visitenkarte.streams.counting.CellChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingCellsTest {

    @Test
    void namesTheCellByEveryPartOfItsIdentity() {
        assertThat(RatingCells.changesOf(aRating().setInstrumentVersion(7).build()))
                .extracting(CellChange::key)
                .containsExactly("musterstadt-mitte/musterstadt-mitte-aufenthalt/7/overall/" + BUCKET);
    }

    @Test
    void countsEachValueAtItsPlace() {
        RatingCell cell = RatingCell.newBuilder()
                .addAllCounts(List.of(9L, 9L, 9L, 9L, 9L))
                .build();
        for (int value = 1; value <= 5; value++) {
            cell = changeOf(value).count().apply(cell);
        }
        assertThat(changeOf(1).count().apply(cell).getCountsList()).containsExactly(11L, 10L, 10L, 10L, 10L);
    }

    private static CellChange<RatingCell> changeOf(int value) {
        return RatingCells.changesOf(aRating()
                        .clearAnswers()
                        .addAnswers(anAnswer("overall", value))
                        .build())
                .get(0);
    }
}
