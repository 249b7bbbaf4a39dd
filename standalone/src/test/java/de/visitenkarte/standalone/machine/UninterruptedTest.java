package de.visitenkarte.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UninterruptedTest {

    @Test
    void keepsTheInterruptFromTheWorkAndForTheCaller() throws Exception {
        Thread.currentThread().interrupt();

        boolean seenByTheWork = Uninterrupted.call(Thread::interrupted);

        assertThat(seenByTheWork).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void throwsWhatTheWorkThrew() {
        assertThatThrownBy(() -> Uninterrupted.call(() -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }
}
