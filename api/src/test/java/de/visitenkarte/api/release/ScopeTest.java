package de.visitenkarte.api.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.visitenkarte.api.release.Scope.Kind;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Scope OFFICE = new Scope(Kind.OFFICE, "mitte");
    private static final Scope AUTHORITY = new Scope(Kind.AUTHORITY, "musterstadt");

    @Test
    void officeOfAPilotCountsTowardsThePilots() {
        assertThat(Scope.of("mitte", "musterstadt", "pilot"))
                .containsExactly(OFFICE, AUTHORITY, new Scope(Kind.PILOTS, "pilots"));
    }

    @Test
    void officeOutsideThePilotCountsTowardsTheComparison() {
        assertThat(Scope.of("mitte", "musterstadt", "comparison"))
                .containsExactly(OFFICE, AUTHORITY, new Scope(Kind.COMPARISON, "comparison"));
    }

    @Test
    void officeInNeitherCountsTowardsNoGroup() {
        assertThat(Scope.of("mitte", "musterstadt", "none")).containsExactly(OFFICE, AUTHORITY);
    }
}
