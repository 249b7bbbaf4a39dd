package de.visitenkarte.api.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.examples.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final SteppingClock clock = SteppingClock.atNow();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void pausesDoubleUpToAQuarterOfAnHour() {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Duration wait = throttle.take("erika").orElse(Duration.ZERO);
            clock.pass(wait);
            if (!wait.isZero()) {
                pauses.add(wait.toSeconds());
                assertThat(throttle.take("erika")).isEmpty();
            }
        }

        assertThat(pauses).startsWith(30L, 60L, 120L, 240L, 480L, 960L, 960L);
    }

    @Test
    void otherLoginsDoNotWait() {
        for (int i = 0; i < 6; i++) {
            throttle.take("erika");
        }

        assertThat(throttle.take("erika")).isPresent();
        assertThat(throttle.take("max")).isEmpty();
    }

    @Test
    void successForgetsTheFailuresBeforeIt() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(throttle.take("erika")).isEmpty();
            }
            throttle.succeeded("erika");
        }
    }

    @Test
    void allTogetherMayFailSixtyTimesAMinute() {
        for (int i = 0; i < 60; i++) {
            assertThat(throttle.take("login" + i)).isEmpty();
        }

        assertThat(throttle.take("erika")).contains(Duration.ofMinutes(1));
        clock.pass(Duration.ofMinutes(1));
        assertThat(throttle.take("erika")).isEmpty();
    }

    @Test
    void whoKnowsTheirPasswordsAreNoAttack() {
        for (int i = 0; i < 600; i++) {
            assertThat(throttle.take("login" + i)).isEmpty();
            throttle.succeeded("login" + i);
        }
    }
}
