package de.visitenkarte.api.device;

import static de.visitenkarte.api.examples.Examples.aDevice;
import static de.visitenkarte.api.examples.Examples.aRevokedDevice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.examples.Examples;
import de.visitenkarte.api.examples.MovableClock;
import de.visitenkarte.api.problem.TooManyRequestsException;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.events.QuarantineMark;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Which ratings wait for someone to look at them. */
class DeviceGuardTest {

    private final MovableClock clock = new MovableClock();
    private final RegistryDirectory directory = Examples.aDirectory(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Sightings sightings = new Sightings(
            Jdbi.create(() -> {
                throw new AssertionError("Nobody waits for the database");
            }),
            clock);
    private final DeviceGuard guard = new DeviceGuard(directory, sightings, clock, meters);

    @Test
    void ratingsOfATabletInUseCount() {
        assertThat(guard.admit(aDevice(), 500)).isNull();
    }

    @Test
    void ratingsOfARevokedTabletWait() {
        assertThat(guard.admit(aRevokedDevice(), 500)).isEqualTo(QuarantineMark.REVOKED_DEVICE);
    }

    @Test
    void ratingsWaitWhereTheRegistryIsOlderThanAMinute() {
        clock.pass(Duration.ofSeconds(60));
        assertThat(guard.admit(aDevice(), 1)).isNull();

        clock.pass(Duration.ofMillis(1));
        assertThat(guard.admit(aDevice(), 1)).isEqualTo(QuarantineMark.UNCONFIRMED_DEVICE);
        assertThat(guard.admit(aRevokedDevice(), 1)).isEqualTo(QuarantineMark.REVOKED_DEVICE);
        assertThat(meters.get("registry.age").gauge().value()).isEqualTo(60);

        directory.refresh();
        assertThat(guard.admit(aDevice(), 1)).isNull();
    }

    @Test
    void stolenTokenDoesNotFillTheQuarantine() {
        for (int i = 0; i < 20; i++) {
            assertThat(guard.admit(aRevokedDevice(), 500)).isNotNull();
        }

        assertThatThrownBy(() -> guard.admit(aRevokedDevice(), 500))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        refused -> assertThat(refused.getResponse().getHeaderString(HttpHeaders.RETRY_AFTER))
                                .isEqualTo("4320"));
        assertThat(guard.admit(aDevice(), 500)).as("any other tablet").isNull();
    }
}
