package de.visitenkarte.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/**
 * The shape is a promise: names of stores are names of changelogs, and another shape may not fit the state of a running
 * installation. {@code -Dgolden.rewrite=true} writes the golden file anew; then look at the difference.
 */
class TopologyShapeTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "topology.txt");

    private final Topology topology = CountingDriver.topology();

    @Test
    void hasTheShapeOfTheGoldenFile() throws IOException {
        String shape = topology.describe().toString();
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(GOLDEN, shape);
        }
        assertThat(shape).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void leavesNoNodeToBeNumbered() {
        assertThat(topology.describe().toString()).doesNotContainPattern("-\\d{10}");
    }

    @Test
    void repartitionsAttributionsOnly() {
        assertThat(topology.describe()
                        .toString()
                        .lines()
                        .filter(line -> line.contains("topic: ") && line.contains("repartition")))
                .singleElement(STRING)
                .contains("band-cells-repartition");
    }
}
