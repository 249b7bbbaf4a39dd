package de.visitenkarte.api.staff;

import static de.visitenkarte.api.staff.StaffFixture.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import de.visitenkarte.api.staff.SignIn.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with a password, and how long it lasts. */
class SignInIT {

    private static final StaffFixture fixture = new StaffFixture();

    @BeforeEach
    void turnThePage() {
        fixture.turnThePage();
    }

    @Test
    void oneTimePasswordOpensASessionThatWantsAnotherOne() {
        OneTimePassword created = fixture.create("erika", Role.MANAGER);

        Session session = fixture.session(fixture.enter(" Erika ", created.password()));

        assertThat(session.oneTime()).isTrue();
        assertThat(session.staff().authorityId()).isEqualTo("musterstadt");
        assertThat(session.authorityName()).isEqualTo("Musterstadt");
    }

    @Test
    void ownPasswordReplacesTheOneTimePasswordForGood() {
        OneTimePassword created = fixture.create("erika", Role.MINISTRY);
        Session first = fixture.session(fixture.enter("erika", created.password()));

        fixture.staff.ownPassword().replaceOneTime(first.staff(), OWN);

        assertThat(fixture.isOver(first)).isTrue();
        assertThat(fixture.enter("erika", created.password())).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.session(fixture.enter("erika", OWN)).oneTime()).isFalse();
    }

    @Test
    void oneTimePasswordCannotBeKept() {
        OneTimePassword created = fixture.create("erika", Role.MINISTRY);
        Session session = fixture.session(fixture.enter("erika", created.password()));

        assertThatThrownBy(() -> fixture.staff.ownPassword().replaceOneTime(session.staff(), created.password()))
                .isInstanceOf(AccountFault.Refused.class)
                .hasMessage(AccountFault.PASSWORD_SAME.explanation());
    }

    @Test
    void everySignInHasASessionOfItsOwn() {
        Session one = fixture.signIn("erika", Role.MINISTRY);
        Session other = fixture.session(fixture.enter("erika", OWN));

        assertThat(other.secret()).isNotEqualTo(one.secret());
        assertThat(other.formToken()).isNotEqualTo(one.formToken());
    }

    @Test
    void databaseKnowsNoTokenAndNoPassword() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        String everything = fixture.jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT string_agg(row::text, ' ')
                        FROM (SELECT a::text FROM staff.account a
                              UNION ALL SELECT s::text FROM staff.session s
                              UNION ALL SELECT e::text FROM audit.entry e) AS every (row)
                        """).mapTo(String.class).one());

        assertThat(everything)
                .contains("$argon2id$v=19$")
                .doesNotContain(session.secret().value(), session.formToken(), OWN);
    }

    @Test
    void wrongPasswordAndUnknownLoginAreRefusedAlike() {
        fixture.signIn("erika", Role.MINISTRY);

        assertThat(fixture.enter("erika", "wrong")).isEqualTo(fixture.enter("nobody", OWN));
    }

    @Test
    void refusalNamesTheAccountButNothingThatWasTyped() {
        Session session = fixture.signIn("erika", Role.MINISTRY);
        fixture.enter("erika", "typed-password");
        fixture.enter("typed-login", "typed-password");

        assertThat(fixture.audit())
                .filteredOn(entry -> "sign-in-refused".equals(entry.get("action")))
                .extracting(entry -> entry.get("actor"))
                .containsExactly(session.staff().accountId(), "unknown");
        assertThat(fixture.audit().toString()).doesNotContain("typed");
    }

    @Test
    void signingInAndOutIsWrittenDown() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        fixture.staff.signIn().out(session);

        assertThat(fixture.isOver(session)).isTrue();
        assertThat(fixture.auditedActions())
                .containsExactly("account-created", "signed-in", "password-changed", "signed-out");
    }

    @Test
    void sixthTryHasToWaitAlsoWithTheRightPassword() {
        fixture.signIn("erika", Role.MINISTRY);
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.enter("erika", "wrong")).isInstanceOf(Outcome.Refused.class);
        }

        assertThat(fixture.enter("erika", OWN)).isEqualTo(new Outcome.Later(Duration.ofSeconds(30)));
        fixture.clock.pass(Duration.ofSeconds(30));
        assertThat(fixture.enter("erika", OWN)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void presentPasswordIsNeededForAnotherOne() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        assertThatThrownBy(() -> fixture.staff.ownPassword().change(session.staff(), "wrong", "noch ein Haus am Meer"))
                .hasMessage(AccountFault.PASSWORD_WRONG.explanation());
        assertThat(fixture.isOver(session)).isFalse();
    }

    @Test
    void sessionWithoutRequestsEndsAfterHalfAnHour() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        fixture.clock.pass(Duration.ofMinutes(29));
        assertThat(fixture.isOver(session)).isFalse();
        fixture.clock.pass(Duration.ofMinutes(29));
        assertThat(fixture.isOver(session)).isFalse();
        fixture.clock.pass(Duration.ofMinutes(30));
        assertThat(fixture.isOver(session)).isTrue();
    }

    @Test
    void noSessionLastsLongerThanAWorkingDayHoweverBusy() {
        Session session = fixture.signIn("erika", Role.MINISTRY);
        for (int minutes = 0; minutes < 575; minutes += 25) {
            fixture.clock.pass(Duration.ofMinutes(25));
            assertThat(fixture.isOver(session)).as("after %s min", minutes).isFalse();
        }

        fixture.clock.pass(Duration.ofMinutes(25));
        assertThat(fixture.isOver(session)).isTrue();
    }

    @Test
    void sessionsThatEndedByThemselvesAreForgotten() {
        fixture.signIn("erika", Role.MINISTRY);
        fixture.clock.pass(Duration.ofHours(1));

        fixture.enter("erika", OWN);

        assertThat(fixture.jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM staff.session")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }
}
