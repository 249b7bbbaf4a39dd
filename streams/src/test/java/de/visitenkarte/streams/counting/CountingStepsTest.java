package de.visitenkarte.streams.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class CountingStepsTest {

    @Test
    void takesTheTimeOfTheRecord() {
        assertThat(CountingSteps.timestampOf(recordAt(1_000), 2_000)).isEqualTo(1_000);
    }

    @Test
    void takesTheTimeOfThePartitionForARecordWithoutOne() {
        assertThat(CountingSteps.timestampOf(recordAt(-1), 2_000)).isEqualTo(2_000);
    }

    @Test
    void neverStopsAtARecordWithoutATime() {
        assertThat(CountingSteps.timestampOf(recordAt(-1), -1)).isZero();
    }

    private static ConsumerRecord<Object, Object> recordAt(long timestamp) {
        return new ConsumerRecord<>(
                "topic",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());
    }
}
