package de.visitenkarte.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTextTest {

    private static final Map<String, List<String>> VALUES = Map.of("one", List.of("O'Hara"), "many", List.of("a", "b"));

    @Test
    void quotesOneValueAndMany() {
        assertThat(VariableText.fill("x = ${one:sqlstring} AND y IN (${many:sqlstring})", VALUES))
                .isEqualTo("x = 'O''Hara' AND y IN ('a','b')");
    }

    @Test
    void leavesMacrosAlone() {
        assertThat(VariableText.fill("$__timeTo()", VALUES)).isEqualTo("$__timeTo()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$one", "'$one'", "${one}", "${one:raw}", "[[one]]", "${other:sqlstring}"})
    void refusesAnyOtherWay(String sql) {
        assertThatThrownBy(() -> VariableText.fill(sql, VALUES)).isInstanceOf(IllegalArgumentException.class);
    }
}
