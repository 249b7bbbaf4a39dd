package de.visitenkarte.api.device;

import static de.visitenkarte.api.device.DeviceTestbed.AREA;
import static de.visitenkarte.api.device.DeviceTestbed.MANAGER;
import static de.visitenkarte.api.device.DeviceTestbed.NAME;
import static de.visitenkarte.api.device.DeviceTestbed.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.problem.TooManyRequestsException;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a tablet and a manager find each other. */
class PairingsIT {

    private static final Duration INTERVAL = Duration.ofSeconds(Pairings.INTERVAL_SECONDS);

    private final DeviceTestbed bed = new DeviceTestbed();
    private final Pairings.Started started = bed.pairings.start("source");

    @Test
    void tabletGetsATokenOnceAManagerHasTypedItsCode() {
        assertThat(poll()).isEqualTo(new Pairings.Answer.Pending());

        assertThat(confirm(started.userCode().shown())).isInstanceOf(Confirmation.Paired.class);
        bed.pass(INTERVAL);

        assertThat(bed.request(bed.tokenOf(started))).hasValueSatisfying(device -> {
            assertThat(device.areaId()).isEqualTo(AREA);
            assertThat(device.authorityId()).isEqualTo("musterstadt");
            assertThat(device.name()).isEqualTo("Ausgang links");
        });
    }

    @Test
    void storesNeitherCodeNorTokenOfTheTablet() {
        confirm(started.userCode().shown());
        Secret token = bed.tokenOf(started);

        List<String> everything = bed.list("SELECT p::text FROM device.pairing p");
        everything.addAll(bed.list("SELECT t::text FROM device.token t"));
        everything.addAll(bed.list("SELECT e::text FROM audit.entry e"));

        assertThat(everything)
                .hasSize(3)
                .noneMatch(row -> row.contains(token.text())
                        || row.contains(started.deviceCode().text()));
    }

    @Test
    void repeatsTheAnswerThatGotLostUntilATokenWasUsed() {
        confirm(started.userCode().shown());
        Secret lost = bed.tokenOf(started);
        bed.pass(INTERVAL);
        Secret token = bed.tokenOf(started);
        assertThat(token).isNotEqualTo(lost);

        assertThat(bed.request(token)).isPresent();

        bed.pass(INTERVAL);
        assertThat(poll()).isEqualTo(new Pairings.Answer.Expired());
        assertThat(bed.request(lost)).isEmpty();
        assertThat(bed.request(token)).isPresent();
    }

    @Test
    void codeIsOverAfterTenMinutes() {
        bed.pass(Duration.ofMinutes(10));

        assertThat(poll()).isEqualTo(new Pairings.Answer.Expired());
        assertThat(confirm(started.userCode().shown())).isEqualTo(new Confirmation.UnknownCode());
        assertThat(bed.list("SELECT device_id FROM registry.device")).isEmpty();
    }

    @Test
    void codeIsGoodForOneTablet() {
        assertThat(confirm(started.userCode().shown())).isInstanceOf(Confirmation.Paired.class);
        assertThat(confirm(started.userCode().shown())).isEqualTo(new Confirmation.UnknownCode());
    }

    @Test
    void knowsNoCodeThatItDidNotGive() {
        assertThat(bed.pairings.poll("made up")).isEqualTo(new Pairings.Answer.Expired());
    }

    @Test
    void asksWhoeverAsksTooEarlyToSlowDown() {
        poll();
        bed.pass(INTERVAL.minusSeconds(2));
        assertThat(poll()).isEqualTo(new Pairings.Answer.TooEarly());

        bed.pass(INTERVAL);
        assertThat(poll()).as("five seconds more from now on").isEqualTo(new Pairings.Answer.TooEarly());
        bed.pass(INTERVAL.multipliedBy(3));
        assertThat(poll()).isEqualTo(new Pairings.Answer.Pending());
    }

    @Test
    void tabletHearsThatAManagerRefusedIt() {
        assertThat(bed.tablets.deny(MANAGER, started.userCode().text())).isEqualTo(new Confirmation.Denied());

        assertThat(poll()).isEqualTo(new Pairings.Answer.Denied());
        assertThat(confirm(started.userCode().shown())).isEqualTo(new Confirmation.UnknownCode());
    }

    @Test
    void managerPutsTabletsIntoAreasOfTheOwnAuthorityOnly() {
        assertThatThrownBy(
                        () -> bed.tablets.confirm(STRANGER, started.userCode().text(), AREA, NAME))
                .isInstanceOf(NotFoundException.class);
        assertThat(poll()).isEqualTo(new Pairings.Answer.Pending());
        assertThat(bed.tablets.listAreas(STRANGER))
                .extracting(AreaChoice::areaId)
                .containsExactly("heim-area");
    }

    @Test
    void nobodyButManagersPairs() {
        Staff ministry = new Staff("ministerium", "Ministerium", Role.MINISTRY, null);

        assertThatThrownBy(
                        () -> bed.tablets.confirm(ministry, started.userCode().text(), AREA, NAME))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void guessingEndsAfterTenTries() {
        for (int i = 0; i < 10; i++) {
            assertThat(confirm("BBBBBBBB")).isEqualTo(new Confirmation.UnknownCode());
        }

        assertThat(confirm(started.userCode().text()))
                .isInstanceOfSatisfying(
                        Confirmation.TooManyTries.class,
                        refused -> assertThat(refused.retryAfter())
                                .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
        bed.pass(Duration.ofMinutes(1));
        assertThat(confirm(started.userCode().text())).isInstanceOf(Confirmation.Paired.class);
    }

    @Test
    void oneSourceGetsTwentyCodesAMinuteAndAllTogetherSixty() {
        for (int i = 1; i < 20; i++) {
            bed.pairings.start("source");
        }
        assertThatThrownBy(() -> bed.pairings.start("source")).isInstanceOf(TooManyRequestsException.class);

        for (int i = 20; i < 60; i++) {
            bed.pairings.start("source " + i);
        }
        assertThatThrownBy(() -> bed.pairings.start("another")).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void everyTabletHasCodesOfItsOwn() {
        Set<String> codes = new HashSet<>(
                List.of(started.userCode().text(), started.deviceCode().text()));
        Pairings.Started second = bed.pairings.start("source");

        assertThat(codes.add(second.userCode().text())).isTrue();
        assertThat(codes.add(second.deviceCode().text())).isTrue();
        assertThat(second.deviceCode().text()).hasSize(43);
    }

    private Confirmation confirm(String code) {
        return bed.tablets.confirm(MANAGER, code, AREA, NAME);
    }

    private Pairings.Answer poll() {
        return bed.pairings.poll(started.deviceCode().text());
    }
}
