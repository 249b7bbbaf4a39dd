package de.visitenkarte.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void knowsThePasswordAndNoOther() {
        String hash = passwords.hash("ein Haus am See");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("ein Haus am See", hash)).isTrue();
        assertThat(passwords.matches("ein Haus am Meer", hash)).isFalse();
        assertThat(passwords.matches("ein Haus am See", null)).isFalse();
    }

    @Test
    void samePasswordHasAnotherHashEachTime() {
        assertThat(passwords.hash("ein Haus am See")).isNotEqualTo(passwords.hash("ein Haus am See"));
    }

    @Test
    void doesNotCareHowAKeyboardComposesAnUmlaut() {
        assertThat(passwords.matches("ein Schlo\u00df im a\u0308ther", passwords.hash("ein Schlo\u00df im \u00e4ther")))
                .isTrue();
    }

    @Test
    void generatesPasswordsThatAreGoodEnoughAndCanBeReadAloud() {
        String password = passwords.generate();

        assertThat(password).matches("([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}");
        assertThat(PasswordRule.fault(password, "erika")).isEmpty();
        assertThat(passwords.generate()).isNotEqualTo(password);
    }

    /** Whoever measures must not learn which logins exist. Within a factor of three: a hash of nobody's takes microseconds. */
    @Test
    void unknownLoginTakesAsLongAsAWrongPassword() {
        String hash = passwords.hash("ein Haus am See");
        long known = fastest(() -> passwords.matches("wrong", hash));
        long unknown = fastest(() -> passwords.matches("wrong", null));

        assertThat(unknown).isBetween(known / 3, known * 3);
    }

    private static long fastest(Runnable work) {
        return LongStream.range(0, 5)
                .map(i -> {
                    long began = System.nanoTime();
                    work.run();
                    return System.nanoTime() - began;
                })
                .min()
                .orElseThrow();
    }
}
