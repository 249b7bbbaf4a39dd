package de.visitenkarte.api.release;

import static de.visitenkarte.api.examples.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** The ministry asks for larger numbers. */
class PolicyIT {

    private static final Staff MINISTRY = new Staff("account-1", "Mara Muster", Role.MINISTRY, null);
    private static final ReleasePolicy STRICTER = new ReleasePolicy(20, 20, 40, 200);

    private final ReleaseFixture fixture = new ReleaseFixture();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final PolicyStore policies = new PolicyStore(fixture.jdbi(), new AuditLog(fixture.jdbi(), clock), clock);

    @Test
    void floorIsInForceUntilSomebodyAsksForMore() {
        assertThat(policies.current()).isEqualTo(ReleasePolicy.FLOOR);

        policies.change(MINISTRY, STRICTER);

        assertThat(policies.current()).isEqualTo(STRICTER);
    }

    @Test
    void nextReleaseFollowsItAndWhatWasReleasedStays() {
        fixture.rate(10);
        policies.change(MINISTRY, STRICTER);
        fixture.rate(29);

        assertThat(fixture.visible()).isEqualTo("released null 10");

        fixture.rate(30);

        assertThat(fixture.visible()).isEqualTo("released null 30");
    }

    @Test
    void everyChangeIsAuditedOnce() {
        policies.change(MINISTRY, STRICTER);
        policies.change(MINISTRY, STRICTER);
        policies.change(MINISTRY, ReleasePolicy.FLOOR);

        assertThat(fixture.list(String.class, """
                        SELECT concat_ws(' ', actor, action, details ->> 'blockSize')
                        FROM audit.entry
                        ORDER BY number
                        """))
                .containsExactly("account-1 policy-changed 5 → 20", "account-1 policy-changed 20 → 5");
    }

    /** Whoever writes to the table by hand. */
    @Test
    void databaseRefusesWhatIsBelowTheFloor() {
        assertThatThrownBy(() -> fixture.jdbi().useHandle(handle -> handle.execute("""
                INSERT INTO release.policy
                    (valid_from, account_id, block_size, share_minimum, extremes_minimum, comparison_minimum)
                VALUES (now(), 'x', 4, 10, 30, 100)
                """)))
                .isInstanceOf(JdbiException.class);
    }
}
