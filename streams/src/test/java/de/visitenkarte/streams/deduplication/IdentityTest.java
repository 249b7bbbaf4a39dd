package de.visitenkarte.streams.deduplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void sharesAPageWithItsNeighboursAndHasASlotOfItsOwn() {
        assertThat(new Identity("device", 63, 0).pageKey()).isEqualTo("device/0");
        assertThat(new Identity("device", 63, 0).slot()).isEqualTo(63);
        assertThat(new Identity("device", 64, 0).pageKey()).isEqualTo("device/1");
        assertThat(new Identity("device", 64, 0).slot()).isZero();
    }

    @Test
    void takesTheLargestNumber() {
        Identity last = new Identity("device", Long.MAX_VALUE, 0);
        assertThat(last.pageKey()).isEqualTo("device/144115188075855871");
        assertThat(last.slot()).isEqualTo(63);
    }

    @Test
    void refusesNumbersBelowOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Identity("device", 0, 0));
    }
}
