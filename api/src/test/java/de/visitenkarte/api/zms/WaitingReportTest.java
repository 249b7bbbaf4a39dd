package de.visitenkarte.api.zms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.visitenkarte.api.zms.ZmsDao.DayMean;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingReportTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    /** 10 × 20.5 and 30 × 10.5 minutes; hours with 0.0 and null are no hours; other days are not this one. */
    @Test
    void weightsHoursByTheirVisitorsAndLeavesEmptyOnesOut() throws ZmsFault {
        DayMean without =
                WaitingReport.means(ZmsFixtures.data("warehouse.json"), DAY).get(0);

        assertThat(without.visits()).isEqualTo(40);
        assertThat(without.meanMinutes()).isCloseTo(13, within(1e-9));
    }

    /** 4 × 5, 6 × 3 and 5 × 0 minutes: five people who did not wait are not an empty hour. */
    @Test
    void readsTheColumnsWithAppointment() throws ZmsFault {
        DayMean with =
                WaitingReport.means(ZmsFixtures.data("warehouse.json"), DAY).get(1);

        assertThat(with.withAppointment()).isTrue();
        assertThat(with.visits()).isEqualTo(15);
        assertThat(with.meanMinutes()).isCloseTo(38 / 15.0, within(1e-9));
    }

    @Test
    void findsColumnsByTheDictionaryWhateverTheirOrder() throws ZmsFault {
        JsonNode shuffled = shuffled(ZmsFixtures.data("warehouse.json"));

        assertThat(WaitingReport.means(shuffled, DAY))
                .isEqualTo(WaitingReport.means(ZmsFixtures.data("warehouse.json"), DAY));
    }

    @Test
    void dayWithoutVisitorsHasNoMean() throws ZmsFault {
        assertThat(WaitingReport.means(ZmsFixtures.data("warehouse.json"), LocalDate.parse("2026-11-20")))
                .isEqualTo(List.of(DayMean.none(false), DayMean.none(true)));
    }

    @Test
    void missingColumnIsAFaultAndNotAZero() {
        JsonNode other = ZmsFixtures.json(ZmsFixtures.text("warehouse.json").replace("waitingtime_termin", "other"))
                .get("data");

        assertThatThrownBy(() -> WaitingReport.means(other, DAY))
                .isInstanceOf(ZmsFault.class)
                .hasMessageContaining("waitingtime_termin");
    }

    /** Values and positions in reverse; the dictionary stays in its order. */
    private static JsonNode shuffled(JsonNode exchange) {
        ObjectNode copy = exchange.deepCopy();
        int columns = copy.get("dictionary").size();
        copy.get("dictionary")
                .forEach(entry -> ((ObjectNode) entry)
                        .put("position", columns - 1 - entry.get("position").intValue()));
        copy.get("data").forEach(row -> {
            ArrayNode values = (ArrayNode) row;
            List<JsonNode> before = values.valueStream().toList();
            values.removeAll();
            for (int i = before.size() - 1; i >= 0; i--) {
                values.add(before.get(i));
            }
        });
        return copy;
    }
}
