package de.visitenkarte.api.board;

import static de.visitenkarte.api.board.BoardFixture.OFFICE;
import static de.visitenkarte.api.board.BoardFixture.TODAY;
import static de.visitenkarte.api.board.BoardFixture.json;
import static de.visitenkarte.api.board.BoardFixture.read;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.examples.Cells;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page that compares authorities gets, as JSON; today is Monday 23 November 2026, 11:20 in Germany. */
class ComparisonIT {

    private final BoardFixture fixture = new BoardFixture();
    private final Jdbi jdbi = fixture.jdbi();
    private final Cells cells = fixture.cells();
    private final Board board = fixture.board();

    @Test
    void comparisonShowsTheLastMonthThatEnded() {
        cells.ratings(OFFICE, "2026-10-05T10:15", 0, 0, 0, 0, 120);
        cells.ratings(OFFICE, "2026-09-05T10:15", 0, 0, 0, 0, 120);
        cells.ratings(OFFICE, TODAY + "T10:15", 0, 0, 0, 0, 120);
        fixture.release();

        assertThat(comparison("month", null).get("period"))
                .isEqualTo(read("{'kind': 'month', 'start': '2026-10-01', 'end': '2026-11-01'}"));
        assertThat(comparison("quarter", null).get("period"))
                .isEqualTo(read("{'kind': 'quarter', 'start': '2026-07-01', 'end': '2026-10-01'}"));
        assertThat(comparison("month", null).get("periods").findValuesAsText("start"))
                .containsExactly("2026-11-01", "2026-10-01", "2026-10-01", "2026-09-01", "2026-07-01");
    }

    @Test
    void comparisonShowsTheMonthThatIsAskedFor() {
        cells.ratings(OFFICE, "2026-10-05T10:15", 0, 0, 0, 0, 120);
        cells.ratings(OFFICE, "2026-09-05T10:15", 0, 0, 0, 0, 130);
        fixture.release();

        assertThat(comparison("month", LocalDate.parse("2026-09-01"))
                        .at("/authorities/0/rating/answers")
                        .asInt())
                .isEqualTo(130);
        assertThat(board.findComparison("month", LocalDate.parse("2026-08-01"))).isEmpty();
        assertThat(board.findComparison("month", LocalDate.parse("2026-07-01")))
                .as("there is a quarter of this start, but no month")
                .isEmpty();
    }

    @Test
    void comparisonWithoutAnyFigureIsThePresentMonth() {
        JsonNode comparison = comparison("month", null);

        assertThat(comparison.at("/period/start").asText()).isEqualTo("2026-11-01");
        assertThat(comparison.get("periods")).isEmpty();
        assertThat(comparison.at("/authorities/0/rating/state").asText()).isEqualTo("none");
        assertThat(comparison.get("pilots").isNull()).isTrue();
        assertThat(comparison.get("comparison").isNull()).isTrue();
    }

    @Test
    void authorityBelowAHundredAnswersIsNotCompared() {
        anAuthority("beispielheim").with("beispielheim-1").insert(jdbi);
        cells.ratings("beispielheim-1", "2026-10-05T10:15", 0, 0, 0, 0, 100);
        cells.ratings(OFFICE, "2026-10-05T10:15", 0, 0, 0, 0, 99);
        fixture.release();
        JsonNode authorities = comparison("month", null).get("authorities");

        assertThat(authorities.findValuesAsText("id")).containsExactly("beispielheim", "musterstadt");
        assertThat(authorities.at("/0/rating/state").asText()).isEqualTo("released");
        assertThat(authorities.at("/1/rating/state").asText()).isEqualTo("suppressed");
        assertThat(authorities.at("/1/rating/reason").asText()).isEqualTo("too-few-for-comparison");
        assertThat(authorities.at("/1/rating/answers").isNull()).isTrue();
        assertThat(authorities.at("/1/rating/counts").isNull()).isTrue();
    }

    @Test
    void groupsStandBesideTheAuthorities() {
        anAuthority("vergleichsdorf").as("comparison").with("vergleichsdorf-1").insert(jdbi);
        cells.ratings(OFFICE, "2026-10-05T10:15", 0, 0, 0, 0, 30);
        cells.ratings("vergleichsdorf-1", "2026-10-05T10:15", 3, 0, 0, 7, 0);
        fixture.release();
        JsonNode comparison = comparison("month", null);

        assertThat(comparison.at("/pilots/rating/counts")).isEqualTo(read("[0, 0, 0, 0, 30]"));
        assertThat(comparison.at("/comparison/rating/counts")).isEqualTo(read("[3, 0, 0, 7, 0]"));
        assertThat(comparison.at("/pilots/participation").isNull()).isTrue();
    }

    private JsonNode comparison(String kind, @Nullable LocalDate start) {
        return json(board.findComparison(kind, start).orElseThrow());
    }
}
