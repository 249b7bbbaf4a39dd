package de.visitenkarte.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTabletIT {

    @TempDir
    Path directory;

    @Test
    void isANewOneAtEveryStart() {
        String first = TrialTablet.next(directory);
        String second = TrialTablet.next(directory);

        assertThat(first).isEqualTo("musterstadt-mitte-zum-ausprobieren-1");
        assertThat(second).isEqualTo("musterstadt-mitte-zum-ausprobieren-2");
    }
}
