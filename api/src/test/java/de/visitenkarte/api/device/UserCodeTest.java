package de.visitenkarte.api.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"BCDF-GHJK", "bcdfghjk", " bcdf ghjk ", "BCDF\u2013GHJK", "b c d f g h j k"})
    void readsWhatPeopleType(String typed) {
        assertThat(UserCode.find(typed)).contains(new UserCode("BCDFGHJK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BCDF-GHJ", "BCDF-GHJKL", "ACDF-GHJK", "BCDF-GHJ1", "' OR 1=1 --"})
    void knowsWhatCannotBeACode(String typed) {
        assertThat(UserCode.find(typed)).isEmpty();
    }

    @Test
    void showsItselfInTwoParts() {
        UserCode code = UserCode.random(new Random(1));

        assertThat(code.shown()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(UserCode.find(code.shown())).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "1234567890123456789012345678901234567890123456789012345678901"})
    void knowsWhatCannotBeAName(String typed) {
        assertThat(TabletName.find(typed)).isEmpty();
    }
}
