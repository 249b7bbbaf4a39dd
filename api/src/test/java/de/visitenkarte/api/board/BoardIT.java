package de.visitenkarte.api.board;

import static de.visitenkarte.api.board.BoardFixture.OFFICE;
import static de.visitenkarte.api.board.BoardFixture.TODAY;
import static de.visitenkarte.api.board.BoardFixture.json;
import static de.visitenkarte.api.board.BoardFixture.read;
import static de.visitenkarte.api.examples.Examples.NOW;
import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.examples.Cells;
import de.visitenkarte.api.feed.FeedDao;
import de.visitenkarte.api.feed.FeedWatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What the pages of authorities get, as JSON; today is Monday 23 November 2026, 11:20 in Germany. */
class BoardIT {

    private final BoardFixture fixture = new BoardFixture();
    private final Jdbi jdbi = fixture.jdbi();
    private final Cells cells = fixture.cells();
    private final Board board = fixture.board();

    @Test
    void listsAuthoritiesByName() {
        anAuthority("beispielheim")
                .as("comparison")
                .with("beispielheim-1")
                .real()
                .insert(jdbi);

        assertThat(json(board.authorities(any -> true))).isEqualTo(read("""
                {"simulated": true, "authorities": [
                  {"id": "beispielheim", "name": "Beispielheim", "kind": "city", "pilotRole": "comparison"},
                  {"id": "musterstadt", "name": "Musterstadt", "kind": "city", "pilotRole": "pilot"}]}"""));
    }

    @Test
    void realFiguresAreNotCalledSimulated() {
        anAuthority("musterstadt").with(OFFICE).real().insert(jdbi);

        assertThat(board.authorities(any -> true).simulated()).isFalse();
        assertThat(authority().get("simulated").asBoolean()).isFalse();
    }

    @Test
    void knowsNoOtherAuthority() {
        assertThat(board.findAuthority("nobody")).isEmpty();
    }

    @Test
    void withoutAnyFigureEverythingIsNone() {
        JsonNode authority = authority();

        assertThat(authority.get("asOf").asText()).isEqualTo(NOW.toString());
        assertThat(authority.get("policy")).isEqualTo(read("""
                {"blockSize": 5, "minimumForShares": 10, "minimumForExtremes": 30, "minimumForComparison": 100}"""));
        assertThat(authority.get("today")).isEqualTo(read("""
                {"date": "2026-11-23",
                 "rating": {"state": "none", "reason": null, "answers": null, "positive": null, "sharePositive": null,
                            "shareBound": null, "low": null, "high": null, "mean": null, "counts": null, "releasedAt": null},
                 "wait": {"state": "none", "reason": null, "visits": null, "medianMinutes": null, "p90Minutes": null,
                          "share15": null, "share30": null, "releasedAt": null, "correctedOn": null},
                 "participation": null, "currentHour": null}"""));
        assertThat(authority.get("trend")).isEmpty();
        assertThat(authority.at("/distribution/periodStart").asText()).isEqualTo("2026-10-01");
        assertThat(authority.at("/distribution/periodEnd").asText()).isEqualTo("2027-01-01");
        assertThat(authority.at("/distribution/rating/state").asText()).isEqualTo("none");
    }

    @Test
    void suppressedFigureHasAReasonAndNoNumber() {
        cells.ratings(OFFICE, TODAY + "T10:15", 0, 0, 0, 0, 4);
        cells.waits(OFFICE, TODAY + "T10:15", true, 1, 2);
        fixture.release();

        assertThat(authority().at("/today/rating")).isEqualTo(read("""
                {"state": "suppressed", "reason": "too-few-answers", "answers": null, "positive": null,
                 "sharePositive": null, "shareBound": null, "low": null, "high": null, "mean": null, "counts": null,
                 "releasedAt": null}"""));
        assertThat(authority().at("/today/wait/state").asText()).isEqualTo("suppressed");
        assertThat(authority().at("/today/wait/visits").isNull()).isTrue();
    }

    @Test
    void releasedFigureHasAllNumbers() {
        cells.ratings(OFFICE, TODAY + "T10:15", 1, 1, 0, 3, 5);
        cells.waits(OFFICE, TODAY + "T10:15", true, 5, 5, 5, 5, 10, 10, 10, 10, 20, 40);
        fixture.release();
        JsonNode today = authority().get("today");

        JsonNode rating = today.get("rating");
        assertThat(rating.get("state").asText()).isEqualTo("released");
        assertThat(rating.get("reason").isNull()).isTrue();
        assertThat(rating.get("answers").asInt()).isEqualTo(10);
        assertThat(rating.get("positive").asInt()).isEqualTo(8);
        assertThat(rating.get("sharePositive").asDouble()).isEqualTo(0.8);
        assertThat(rating.get("low").asDouble()).isBetween(0.490, 0.491);
        assertThat(rating.get("high").asDouble()).isBetween(0.943, 0.944);
        assertThat(rating.get("mean").asDouble()).isBetween(0.999, 1.001);
        assertThat(rating.get("counts")).isEqualTo(read("[1, 1, 0, 3, 5]"));
        assertThat(rating.get("releasedAt").asText()).isEqualTo(NOW.toString());
        JsonNode wait = today.get("wait");
        assertThat(wait.get("visits").asInt()).isEqualTo(10);
        assertThat(wait.get("share15").asDouble()).isEqualTo(0.8);
        assertThat(wait.get("share30").asDouble()).isEqualTo(0.9);
        assertThat(wait.get("medianMinutes").asDouble()).isBetween(9.0, 10.0);
        assertThat(wait.get("p90Minutes").asDouble()).isBetween(19.0, 20.0);
        assertThat(today.get("participation").asDouble()).isEqualTo(1.0);
    }

    @Test
    void figureOfFewSaysHowManyTheyAreAndNoMore() {
        cells.ratings(OFFICE, TODAY + "T10:15", 1, 1, 0, 3, 1);
        fixture.release();

        assertThat(authority().at("/today/rating/state").asText()).isEqualTo("suppressed");
        assertThat(authority().at("/today/rating/reason").asText()).isEqualTo("too-few-for-a-share");
        assertThat(authority().at("/today/rating/answers").asInt()).isEqualTo(6);
        assertThat(authority().at("/today/rating/counts").isNull()).isTrue();
    }

    @Test
    void shareOfFewOfOneMindIsABound() {
        cells.ratings(OFFICE, TODAY + "T10:15", 0, 0, 0, 6, 6);
        fixture.release();

        assertThat(authority().at("/today/rating/state").asText()).isEqualTo("released");
        assertThat(authority().at("/today/rating/shareBound").asText()).isEqualTo("at-least");
        assertThat(authority().at("/today/rating/sharePositive").asDouble()).isEqualTo(0.9);
        assertThat(authority().at("/today/rating/positive").isNull()).isTrue();
        assertThat(authority().at("/today/rating/counts").isNull()).isTrue();
    }

    @Test
    void showsTheWaitsOfThePresentHour() {
        cells.waits(OFFICE, TODAY + "T09:15", true, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
        cells.waits(OFFICE, TODAY + "T11:15", true, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3);
        fixture.release();
        JsonNode hour = authority().at("/today/currentHour");

        assertThat(hour.get("from").asText()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(hour.get("to").asText()).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(hour.get("state").asText()).isEqualTo("released");
        assertThat(hour.get("visits").asInt()).isEqualTo(10);
        assertThat(hour.has("waits")).isFalse();
    }

    @Test
    void hourThatBeganMoreThanTwoHoursAgoIsNotThePresentOne() {
        cells.waits(OFFICE, TODAY + "T09:00", true, 3, 3, 3, 3, 3);
        fixture.release();

        assertThat(authority().at("/today/currentHour").isNull()).isTrue();
    }

    @Test
    void trendIsTheLast90DaysThatHaveAFigureInTheirOrder() {
        for (String day : List.of("2026-08-25", "2026-08-26", "2026-11-20", TODAY)) {
            cells.ratings(OFFICE, day + "T10:15", 0, 0, 0, 0, 5);
        }
        cells.waits("musterstadt-nord", "2026-11-21T10:15", true, 1);
        fixture.release();

        assertThat(authority().get("trend").findValuesAsText("date"))
                .containsExactly("2026-08-26", "2026-11-20", "2026-11-21", TODAY);
        assertThat(authority().at("/trend/2/rating/state").asText()).isEqualTo("none");
        assertThat(authority().at("/trend/2/wait/state").asText()).isEqualTo("suppressed");
    }

    @Test
    void distributionIsThatOfThePresentQuarter() {
        cells.ratings(OFFICE, "2026-09-30T10:15", 9, 0, 0, 0, 0);
        cells.ratings(OFFICE, "2026-10-01T10:15", 2, 0, 0, 0, 4);
        cells.ratings("musterstadt-nord", TODAY + "T10:15", 0, 0, 0, 5, 0);
        fixture.release();

        assertThat(authority().at("/distribution/rating/counts")).isEqualTo(read("[2, 0, 0, 5, 4]"));
    }

    @Test
    void waitsStandWithAndWithoutAppointmentAndTheLeadTimeBesideThem() {
        cells.leads(OFFICE, TODAY + "T10:15", 10, 20, 20, 20, 60, 10, 20, 20, 20, 60);
        cells.waits(OFFICE, TODAY + "T11:15", false, 3, 3);
        fixture.release();
        JsonNode appointments = authority().get("appointments");

        assertThat(appointments.get("periodStart").asText()).isEqualTo("2026-10-01");
        assertThat(appointments.at("/with/visits").asInt()).isEqualTo(10);
        assertThat(appointments.at("/without/state").asText()).isEqualTo("suppressed");
        assertThat(appointments.at("/lead/medianDays").asDouble()).isEqualTo(20);
        assertThat(appointments.at("/lead/shareUnder14").asDouble()).isEqualTo(0.2);
        assertThat(appointments.at("/lead/shareUnder28").asDouble()).isEqualTo(0.8);
    }

    @Test
    void withoutAppointmentsTheirFiguresAreNone() {
        assertThat(authority().at("/appointments/with/state").asText()).isEqualTo("none");
        assertThat(authority().get("appointments").get("lead")).isEqualTo(read("""
                {"state": "none", "reason": null, "visits": null, "medianDays": null, "p90Days": null,
                 "shareUnder14": null, "shareUnder28": null}"""));
    }

    @Test
    void saysWhichFeedsAreSilent() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO registry.integration (integration_id, authority_id, token_sha256)
                VALUES ('aufruf', 'musterstadt', sha256('x'))"""));
        cells.waits(OFFICE, "2026-11-20T11:00", true, 1);
        new FeedWatch(jdbi.onDemand(FeedDao.class), Duration.ofHours(2), fixture.clock(), new SimpleMeterRegistry())
                .run();

        assertThat(authority().get("feeds")).isEqualTo(read("""
                [{"officeId": "musterstadt-mitte", "officeName": "Musterstadt-mitte", "state": "silent",
                  "silentSince": "2026-11-20T10:15:00Z"},
                 {"officeId": "musterstadt-nord", "officeName": "Musterstadt-nord", "state": "never",
                  "silentSince": null}]"""));
    }

    @Test
    void dayThatWasCorrectedSaysWhen() {
        cells.waits(OFFICE, "2026-11-20T11:00", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        fixture.releaseAt(NOW.minus(Duration.ofDays(3)));
        cells.waits(
                OFFICE, "2026-11-20T11:00", true, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60);
        fixture.release();

        assertThat(authority().at("/trend/0/wait/correctedOn").asText()).isEqualTo(TODAY);
    }

    private JsonNode authority() {
        return json(board.findAuthority("musterstadt").orElseThrow());
    }
}
