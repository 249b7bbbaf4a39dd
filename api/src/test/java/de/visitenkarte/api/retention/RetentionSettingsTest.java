package de.visitenkarte.api.retention;

import static de.visitenkarte.api.examples.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.jersey.validation.Validators;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTest {

    @Test
    void cellsAreCutAtADayAndFiguresAtAQuarter() {
        RetentionSettings settings = RetentionSettings.DEFAULT;

        assertThat(settings.cellsFrom(NOW)).isEqualTo(Instant.parse("2025-10-23T00:00:00Z"));
        assertThat(settings.figuresFrom(NOW)).isEqualTo(Instant.parse("2021-10-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"8, 5", "61, 6", "13, 31", "9, 1"})
    void refusesWhatTheGateOrThePilotCannotBear(int cellMonths, int figureYears) {
        try (var factory = Validators.newValidatorFactory()) {
            assertThat(factory.getValidator().validate(new RetentionSettings(cellMonths, figureYears)))
                    .hasSize(1);
        }
    }

    @Test
    void cellsDoNotOutliveTheirFigures() {
        assertThatThrownBy(() -> new RetentionSettings(25, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cellMonths is 25");
    }

    @Test
    void namesOfRulesAreUnique() {
        List<RetentionRule> rules = RetentionRules.at(NOW, RetentionSettings.DEFAULT);

        assertThat(rules.stream().map(RetentionRule::name).collect(Collectors.toSet()))
                .hasSameSizeAs(rules);
    }
}
