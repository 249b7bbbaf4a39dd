package de.visitenkarte.api.staff;

import de.visitenkarte.api.problem.UnavailableException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Slow hashes of passwords.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP on parameters</a>
 */
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** Each computes for about 50 ms in 19 MiB: more at once would be an attack, and so would be waiting longer. */
    private static final int AT_ONCE = 2;

    private static final long PATIENCE_SECONDS = 3;

    /** Salt and hash of no password, for logins that do not exist. */
    private static final String NOBODYS = "$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final SecureRandom random;
    private final Argon2PasswordEncoder argon2;
    private final String nobodys;

    Passwords(SecureRandom random) {
        this(random, MEMORY_KIB, PASSES);
    }

    private Passwords(SecureRandom random, int memoryKib, int passes) {
        this.random = random;
        this.argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes);
        this.nobodys = String.format("$argon2id$v=19$m=%d,t=%d,p=%d", memoryKib, passes, LANES) + NOBODYS;
    }

    /** Returns hashes that cost nearly nothing, for tests of something else. */
    static Passwords cheap(SecureRandom random) {
        return new Passwords(random, 8, 1);
    }

    /** Returns a password to be used once: four groups of four of 31 letters and digits, 79 bits. */
    String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            password.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Returns what the database may keep. */
    String hash(String password) {
        takeTurn();
        try {
            return argon2.encode(normal(password));
        } finally {
            turns.release();
        }
    }

    /**
     * Returns whether this is the password; takes the same time whether or not there is one.
     *
     * @param hash null if there is no such account
     * @throws UnavailableException if too many ask at the same time
     */
    boolean matches(String password, @Nullable String hash) {
        takeTurn();
        try {
            boolean same = argon2.matches(normal(password), hash == null ? nobodys : hash);
            return same && hash != null;
        } finally {
            turns.release();
        }
    }

    /** The same characters, however a keyboard composes them. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new UnavailableException("Too many sign in at this moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The server stops.", e);
        }
    }
}
