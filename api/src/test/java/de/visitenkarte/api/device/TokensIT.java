package de.visitenkarte.api.device;

import static de.visitenkarte.api.device.DeviceTestbed.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.problem.TooManyRequestsException;
import de.visitenkarte.api.registry.Device;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a tablet comes from one token to the next without ever being locked out. */
class TokensIT {

    private static final Duration AGE = Duration.ofDays(90);

    private final DeviceTestbed bed = new DeviceTestbed();
    private final Secret first = bed.paired();

    @Test
    void newTokenIsDueAfterNinetyDaysOrWhenTheManagerAsks() {
        Device device = bed.request(first).orElseThrow();
        assertThat(bed.renewal.tokenFor(device)).isEmpty();

        bed.pass(AGE.plusSeconds(1));
        assertThat(bed.renewal.tokenFor(device)).isPresent();
    }

    @Test
    void managerSeesThatANewTokenIsAwaitedUntilItIsUsed() {
        String id = bed.request(first).orElseThrow().id();
        bed.pass(Duration.ofDays(1));
        bed.tablets.rotate(MANAGER, id);
        assertThat(bed.tablets.list(MANAGER)).extracting(Tablet::tokenDue).containsExactly(true);

        bed.pass(Duration.ofMinutes(5));
        Secret second = renew(first);
        assertThat(bed.tablets.list(MANAGER)).extracting(Tablet::tokenDue).containsExactly(true);

        bed.request(second);
        assertThat(bed.tablets.list(MANAGER)).extracting(Tablet::tokenDue).containsExactly(false);
    }

    @Test
    void oldTokenIsGoodForADayAfterTheNewOneWasUsed() {
        Secret second = rotated();
        bed.pass(Duration.ofDays(10));
        assertThat(bed.request(first)).as("as long as the new one was not used").isPresent();

        bed.request(second);
        bed.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(bed.request(first)).isPresent();

        bed.pass(Duration.ofSeconds(1));
        assertThat(bed.request(first)).isEmpty();
        assertThat(bed.request(second)).isPresent();
    }

    @Test
    void oldTokenEndsInTimeAlsoWhereTheRegistryCannotBeReadAnew() {
        bed.request(rotated());

        bed.clock.pass(Duration.ofHours(24));

        assertThat(bed.directory.current()).isNotNull();
        assertThat(authenticate(first)).isEmpty();
    }

    @Test
    void lostAnswersLockNobodyOut() {
        Secret lost = rotated();
        bed.pass(Duration.ofMinutes(5));
        Secret second = renew(first);

        bed.request(second);

        assertThat(bed.request(lost)).as("nobody has it").isEmpty();
        assertThat(bed.request(first)).isPresent();
        assertThat(bed.request(second)).isPresent();
    }

    @Test
    void askingOnAndOnMakesNoMoreThanThreeTokensAndThenHasToWait() {
        Device device = dueDevice();
        for (int i = 0; i < 10; i++) {
            assertThat(bed.renewal.tokenFor(device)).isPresent();
            bed.pass(Duration.ofSeconds(1));
        }

        assertThat(bed.list("SELECT count(*)::text FROM device.token WHERE ends_at IS NULL"))
                .as("three unused and the one in use")
                .containsExactly("4");
        assertThatThrownBy(() -> bed.renewal.tokenFor(device)).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void revokedTabletIsStillRecognisedSoThatNothingItSendsIsLost() {
        String id = bed.request(first).orElseThrow().id();

        bed.tablets.revoke(MANAGER, id);

        assertThat(bed.request(first)).hasValueSatisfying(device -> {
            assertThat(device.standing().revoked()).isTrue();
            assertThat(bed.configurations.of(device).revoked()).isTrue();
            assertThat(bed.configurations.isRotationDue(device)).isFalse();
        });
    }

    private Device dueDevice() {
        bed.request(first);
        bed.pass(AGE.plusSeconds(1));
        return bed.request(first).orElseThrow();
    }

    private Secret rotated() {
        return bed.renewal.tokenFor(dueDevice()).orElseThrow();
    }

    private Secret renew(Secret token) {
        return bed.renewal.tokenFor(bed.request(token).orElseThrow()).orElseThrow();
    }

    private Optional<Device> authenticate(Secret token) {
        try {
            return bed.directory.deviceAuthenticator().authenticate(token.text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
