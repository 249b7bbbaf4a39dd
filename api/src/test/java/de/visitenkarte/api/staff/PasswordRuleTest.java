package de.visitenkarte.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ein Haus am See",
                "k7dq-m3wp-x2ab",
                "correct horse battery",
                "Überraschung!",
                "密码很长很安全的一个句子吧",
                "sommerregen im november"
            })
    void takesWhatIsLong(String password) {
        assertThat(PasswordRule.fault(password, "erika")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kurz", "Zwölf minus", "🙂🙂🙂🙂🙂🙂"})
    void refusesWhatIsShort(String password) {
        assertThat(PasswordRule.fault(password, "erika")).contains(AccountFault.PASSWORD_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "Passwort-1234!",
                "PasswortPasswort",
                "Visitenkarte2026",
                "aaaaaaaaaaaaaaa",
                "ababababababab",
                "qwertzuiop123",
                "Erika.Beispiel.1",
                "Ausländerbehörde1",
                "............"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(PasswordRule.fault(password, "erika.beispiel")).contains(AccountFault.PASSWORD_COMMON);
    }

    @Test
    void refusesWhatWouldKeepTheServerBusy() {
        assertThat(PasswordRule.fault("ab cd ef ".repeat(30), "erika")).contains(AccountFault.PASSWORD_LONG);
    }
}
