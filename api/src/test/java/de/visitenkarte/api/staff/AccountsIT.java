package de.visitenkarte.api.staff;

import static de.visitenkarte.api.staff.StaffFixture.BOSS;
import static de.visitenkarte.api.staff.StaffFixture.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.staff.Accounts.OneTimePassword;
import de.visitenkarte.api.staff.Accounts.Wish;
import de.visitenkarte.api.staff.SignIn.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be done to accounts, and that it takes effect at once. */
class AccountsIT {

    private static final StaffFixture fixture = new StaffFixture();
    private final Accounts accounts = fixture.staff.accounts();

    @BeforeEach
    void turnThePage() {
        fixture.turnThePage();
    }

    @Test
    void disabledAccountIsOutAtOnceAndCannotComeBack() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        accounts.disable(BOSS, session.staff().accountId(), true);

        assertThat(fixture.isOver(session)).isTrue();
        assertThat(fixture.enter("erika", OWN)).isInstanceOf(Outcome.Refused.class);
        accounts.disable(BOSS, session.staff().accountId(), false);
        assertThat(fixture.isOver(session)).isTrue();
        assertThat(fixture.enter("erika", OWN)).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void otherAuthorityEndsTheSessionOfTheOldOne() {
        Session session = fixture.signIn("erika", Role.MANAGER);

        accounts.change(BOSS, session.staff().accountId(), "Erika", Role.MANAGER, "beispielheim");

        assertThat(fixture.isOver(session)).isTrue();
        assertThat(fixture.session(fixture.enter("erika", OWN)).staff().authorityId())
                .isEqualTo("beispielheim");
    }

    @Test
    void otherRoleEndsTheSessionOfTheOldOne() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        accounts.change(BOSS, session.staff().accountId(), "Erika", Role.OPERATOR, null);

        assertThat(fixture.isOver(session)).isTrue();
    }

    @Test
    void otherNameAloneEndsNothing() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        accounts.change(BOSS, session.staff().accountId(), "Erika Neu", Role.MINISTRY, null);

        assertThat(fixture.isOver(session)).isFalse();
    }

    @Test
    void newOneTimePasswordEndsSessionsAndTheOldPassword() {
        Session session = fixture.signIn("erika", Role.MINISTRY);

        OneTimePassword renewed = accounts.reset(BOSS, session.staff().accountId());

        assertThat(fixture.isOver(session)).isTrue();
        assertThat(fixture.enter("erika", OWN)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.session(fixture.enter("erika", renewed.password())).oneTime())
                .isTrue();
    }

    @Test
    void nobodyDisablesOrDemotesThemselves() {
        String own = fixture.signIn("erika", Role.MINISTRY).staff().accountId();

        assertThatThrownBy(() -> accounts.disable(own, own, true)).hasMessage(AccountFault.OWN_ACCOUNT.explanation());
        assertThatThrownBy(() -> accounts.change(own, own, "Erika", Role.OPERATOR, null))
                .hasMessage(AccountFault.OWN_ACCOUNT.explanation());
    }

    @Test
    void whatIsDoneToAccountsIsWrittenDownWithWhoDidIt() {
        String id = fixture.create("erika", Role.MINISTRY).account().id();
        accounts.change(BOSS, id, "Erika", Role.OPERATOR, null);
        accounts.reset(BOSS, id);
        accounts.disable(BOSS, id, true);
        accounts.disable(BOSS, id, false);

        assertThat(fixture.auditedActions())
                .containsExactly(
                        "account-created", "account-changed", "password-reset", "account-disabled", "account-enabled");
        assertThat(fixture.audit()).allSatisfy(entry -> {
            assertThat(entry.get("actor")).isEqualTo(BOSS);
            assertThat(entry.get("subject")).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "x,             Erika, MINISTRY,             , LOGIN_UNFIT",
        "-erika,        Erika, MINISTRY,             , LOGIN_UNFIT",
        "erika beispiel, Erika, MINISTRY,            , LOGIN_UNFIT",
        "taken,         Erika, MINISTRY,             , LOGIN_TAKEN",
        "erika,         ' ',   MINISTRY,             , NAME_UNFIT",
        "erika,         Erika, MANAGER,              , AUTHORITY_MISSING",
        "erika,         Erika, MANAGER,  nirgendwo   , AUTHORITY_UNKNOWN",
        "erika,         Erika, MINISTRY, musterstadt , AUTHORITY_NOT_WANTED",
    })
    void refusesWhatIsNoAccount(String login, String name, Role role, @Nullable String authority, AccountFault fault) {
        fixture.create("taken", Role.OPERATOR);

        assertThatThrownBy(() -> accounts.create(BOSS, new Wish(login, name, role, authority)))
                .hasMessage(fault.explanation());
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void importLeavesAloneWhatIsThere() {
        fixture.create("erika", Role.MANAGER);
        Wish present = new Wish("erika", "Other", Role.OPERATOR, null);
        Wish missing = new Wish("max", "Max", Role.OPERATOR, null);

        assertThat(accounts.createMissing(BOSS, List.of(present, missing)))
                .extracting(created -> created.account().login())
                .containsExactly("max");
        assertThat(accounts.getByLogin("erika").role()).isEqualTo(Role.MANAGER);
    }
}
