package de.visitenkarte.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @Test
    void lineHasNoControlCharacters() {
        assertThat(Typed.line(" a\u0000b\r\nc\u0085d ")).isEqualTo("a b c d");
        assertThat(Typed.line(null)).isEmpty();
        assertThat(Typed.lineOrNull(" \t")).isNull();
    }

    @Test
    void textKeepsItsLines() {
        assertThat(Typed.text("a\r\n\r\nb\u0000c\r\n")).isEqualTo("a\n\nb c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01", "01.03.2026", "1.3.2026", " 2026-3-1 "})
    void dayIsReadAsBrowsersAndAsGermansWriteIt(String typed) {
        assertThat(Typed.date(typed)).contains(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "31.06.2026", "1.3.26", "gestern", "+12026-01-01"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(Typed.date(typed)).isEmpty();
    }

    @Test
    void numberIsWholeAndNotHuge() {
        assertThat(Typed.number(" 12 ")).hasValue(12);
        assertThat(Typed.number("-1")).isEmpty();
        assertThat(Typed.number("12345678901")).isEmpty();
    }
}
