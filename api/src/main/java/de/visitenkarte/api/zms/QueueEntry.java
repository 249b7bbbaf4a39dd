package de.visitenkarte.api.zms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visitor in a queue of ZMS, with no more of it than is needed.
 *
 * @param ticket tells visitors of a day apart; stays in memory
 * @param arrivedAt when the waiting began: the arrival, or the time of the appointment; not after the call
 * @param calledAt of the last call, null before the first
 */
record QueueEntry(
        String ticket, Instant arrivedAt, @Nullable Instant calledAt, boolean withAppointment, String status) {

    /** Reads a queue; what is no visitor is left out: the entry that ZMS makes up to estimate a wait, or one without a time. */
    static List<QueueEntry> of(JsonNode queue) {
        List<QueueEntry> entries = new ArrayList<>();
        for (JsonNode entry : queue) {
            String status = entry.path("status").asText("");
            String number = entry.path("number").asText("");
            Optional<Instant> arrivedAt = ZmsValues.instant(entry.path("arrivalTime"));
            if (arrivedAt.isPresent() && !number.isEmpty() && !status.equals("fake")) {
                entries.add(entry(entry, number, arrivedAt.get(), status));
            }
        }
        return entries;
    }

    /** Whoever comes before the appointment and is called at once has not waited. */
    private static QueueEntry entry(JsonNode entry, String number, Instant arrivalTime, String status) {
        Instant calledAt = calledAt(entry, arrivalTime);
        return new QueueEntry(
                number + "/" + arrivalTime.getEpochSecond(),
                calledAt != null && calledAt.isBefore(arrivalTime) ? calledAt : arrivalTime,
                calledAt,
                ZmsValues.flag(entry.path("withAppointment")),
                status);
    }

    private static @Nullable Instant calledAt(JsonNode entry, Instant arrivedAt) {
        Optional<Instant> called = ZmsValues.instant(entry.path("callTime"));
        if (called.isEmpty() && entry.path("status").asText("").equals("processing")) {
            called = ZmsValues.duration(entry.path("waitingTime")).map(arrivedAt::plus);
        }
        return called.orElse(null);
    }
}
