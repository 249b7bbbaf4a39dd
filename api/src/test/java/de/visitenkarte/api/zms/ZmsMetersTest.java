package de.visitenkarte.api.zms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** An outcome that nobody knows is a fault of the program, not a visit that was left out. */
class ZmsMetersTest {

    @Test
    void unknownOutcomeIsNotCountedAsAVisit() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ZmsMeters meters = new ZmsMeters(registry);

        assertThatThrownBy(() -> meters.count("nonsense"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("nonsense");
        assertThat(registry.get("zms.refused").counter().count()).isZero();
    }
}
