package de.visitenkarte.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.oidc.OidcSettings;
import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import de.visitenkarte.api.staff.Accounts.Wish;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.StaffServices;
import de.visitenkarte.api.staff.StaffSettings;
import io.dropwizard.util.Duration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A manager's first day in a real Chromium, from the one-time password to signing out. */
class ConsoleBrowserIT {

    private static final Path SCRIPT = Path.of("src/test/browser/console.mjs");
    private static final int LIMIT_SECONDS = 120;

    @Test
    void managerPairsLogsExportsAndSignsOut() throws Exception {
        try (RunningApi api = RunningApi.start()) {
            reportTrouble(api);
            OidcSettings none = new OidcSettings("", "", "", "", "", "", "", "", "", true);
            StaffSettings settings = new StaffSettings(Duration.minutes(30), Duration.hours(10), "");
            OneTimePassword account = StaffServices.on(api.jdbi(), settings, none, Clock.systemUTC())
                    .accounts()
                    .create("test", new Wish("leitung", "Anna Beispiel", Role.MANAGER, "musterstadt"));
            Path out = Files.createDirectories(Path.of("target", "console-browser"))
                    .resolve("out.txt");
            ProcessBuilder builder = new ProcessBuilder(
                            "node", SCRIPT.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment().put("BASE_URL", "http://127.0.0.1:" + api.port());
            builder.environment().put("LOGIN", "leitung");
            builder.environment().put("PASSWORD", account.password());
            builder.environment().put("MINISTRY", api.signIn(Role.MINISTRY).session());
            Process process = builder.start();
            try {
                assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        }
    }

    /** So that there is something to say about a tablet. */
    private static void reportTrouble(RunningApi api) {
        api.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO device.heartbeat (
                    device_id, heard_at, app_version, instrument_version, queue_up_to, oldest_rating_hours, refused_up_to,
                    storage_persisted, battery_percent, charging, clock_offset_seconds)
                VALUES ('musterstadt-mitte-aufenthalt-1', now() - interval '26 hours', '0.1.0', 1, 100, 50, 0,
                    true, 12, false, 0)
                """));
    }
}
