package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path directory;

    @Test
    void keepsSeedAndStartDateOfTheFirstStart() {
        Installation.open(directory, 7, DAY, "1");
        Installation later = Installation.open(directory, 8, DAY.plusDays(100), "1");

        assertThat(later.seed()).isEqualTo(7);
        assertThat(later.startDate()).isEqualTo(DAY);
        assertThat(later.firstDay()).isEqualTo("2026-08-24");
    }

    @Test
    void beginsWithTheHistoryAndRemembersHowFarItGot() {
        Installation installation = Installation.open(directory, 7, DAY, "1");
        assertThat(installation.sentThrough()).isEqualTo("2026-08-23T22:00:00Z");

        installation.rememberSentThrough(Instant.parse("2026-11-22T10:00:00.5Z"));

        assertThat(Installation.open(directory, 7, DAY, "1").sentThrough()).isEqualTo("2026-11-22T10:00:00.5Z");
    }

    @Test
    void refusesToContinueTheHistoryOfAnotherModel() {
        Installation.open(directory, 7, DAY, "1");

        assertThatThrownBy(() -> Installation.open(directory, 7, DAY, "2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("--fresh");
    }

    @Test
    void keepsItsSecretToItsOwner() throws IOException {
        Path secret = directory.resolve("secret");
        String token = Tokens.in(secret).device("a");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Tokens.in(secret).device("a")).isEqualTo(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(Tokens.in(secret).integration("a")).isNotEqualTo(token);
        assertThat(Tokens.in(directory.resolve("other")).device("a")).isNotEqualTo(token);
    }

    @Test
    void refusesADamagedSecret() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "short");

        assertThatThrownBy(() -> Tokens.in(secret)).isInstanceOf(IllegalStateException.class);
    }
}
