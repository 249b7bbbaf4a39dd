package de.visitenkarte.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board/",
                "/board/?amt=musterstadt",
                "/board/vergleich.html?zeitraum=2026-Q4",
                "/console/accounts/new"
            })
    void leadsToOwnPages(String next) {
        assertThat(Pages.next(next)).isEqualTo(next);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example/board/",
                "https://evil.example/board/",
                "/\\evil.example",
                "/board/../../evil",
                "/board/\r\nSet-Cookie: a=b",
                "/board/%0d%0a\nx",
                "/tablet/",
                "javascript:alert(1)",
                "/board/<script>",
                "board/"
            })
    void leadsHomeInsteadOfAnywhereElse(String next) {
        assertThat(Pages.next(next)).isEqualTo("/console/");
    }
}
