package de.visitenkarte.streams.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class OfficePartitionerTest {

    @Property
    void agreesWithTheDefaultPartitionerForTheOffice(
            @ForAll @NotBlank String anyText, @ForAll @IntRange(min = 1, max = 64) int partitions) {
        String office = anyText.replace("/", "-");
        int expected = BuiltInPartitioner.partitionForKey(office.getBytes(StandardCharsets.UTF_8), partitions);

        assertThat(new OfficePartitioner<String>()
                        .partitions("any", office + "/area/1/overall/900", "cell", partitions))
                .contains(Set.of(expected));
    }

    @Test
    void neverMovesAnOffice() {
        assertThat(OfficePartitioner.partitionOf("musterstadt-mitte", 4)).isEqualTo(0);
        assertThat(OfficePartitioner.partitionOf("beispielheide", 4)).isEqualTo(3);
    }
}
