package de.visitenkarte.standalone.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the tablets of the test send, and what has to come of it. The same seed makes the same workload. */
final class Workload {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BATCH = 40;
    private static final long BUCKET_SECONDS = 900;

    private final Random random;
    private final Instant now;
    private final List<String> devices;
    private final Map<String, Long> lastNumbers = new HashMap<>();
    private final List<Item> valid = new ArrayList<>();
    private final Map<Cell, Long> ledger = new HashMap<>();
    private int malformed;
    private int repeated;

    /** One item as a device sends it. */
    record Item(String device, ObjectNode body) {}

    /** Items of one device that go together. */
    record Batch(String device, List<ObjectNode> items) {}

    /**
     * Where a rating has to be found.
     *
     * @param bucketStart seconds since the epoch
     */
    record Cell(String device, long bucketStart, int overall) {}

    /** @param devices as they are called in the registry */
    Workload(long seed, Instant now, List<String> devices) {
        this.random = new Random(seed);
        this.now = now;
        this.devices = devices;
    }

    /**
     * Returns batches with so many items altogether: 1 % cannot be accepted, 10 % repeat an earlier one, every twentieth is
     * two weeks old.
     */
    List<Batch> batches(int items) {
        List<Batch> batches = new ArrayList<>();
        int left = items;
        while (left > 0) {
            String device = devices.get(random.nextInt(devices.size()));
            int size = Math.min(left, 1 + random.nextInt(LARGEST_BATCH));
            List<ObjectNode> bodies = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                bodies.add(item(device));
            }
            batches.add(new Batch(device, bodies));
            left -= size;
        }
        return batches;
    }

    /** How many different ratings there are in each cell. */
    Map<Cell, Long> ledger() {
        return Collections.unmodifiableMap(ledger);
    }

    int distinct() {
        return valid.size();
    }

    int repeated() {
        return repeated;
    }

    int malformed() {
        return malformed;
    }

    private ObjectNode item(String device) {
        double kind = random.nextDouble();
        List<Item> earlier =
                valid.stream().filter(item -> item.device().equals(device)).toList();
        if (kind < 0.10 && !earlier.isEmpty()) {
            repeated++;
            return earlier.get(random.nextInt(earlier.size())).body();
        }
        if (kind < 0.11) {
            malformed++;
            return malformed(device);
        }
        return valid(device);
    }

    private ObjectNode valid(String device) {
        Duration age = Duration.ofSeconds(random.nextInt(6 * 3600));
        if (random.nextInt(20) == 0) {
            age = age.plusDays(14);
        }
        Instant ratedAt = now.minus(age);
        int overall = 1 + random.nextInt(5);
        ObjectNode body = rating(device, ratedAt);
        body.putObject("answers").put("overall", overall).put("respect", 1 + random.nextInt(3));
        valid.add(new Item(device, body));
        long bucketStart = Math.floorDiv(ratedAt.getEpochSecond(), BUCKET_SECONDS) * BUCKET_SECONDS;
        ledger.merge(new Cell(device, bucketStart, overall), 1L, Long::sum);
        return body;
    }

    private ObjectNode malformed(String device) {
        ObjectNode body = rating(device, now);
        switch (random.nextInt(4)) {
            case 0 -> body.putObject("answers").put("overall", 6);
            case 1 -> body.putObject("answers").put("weather", 3);
            case 2 -> body.put("clerk", "Müller").putObject("answers").put("overall", 3);
            default -> body.put("ratedAt", "yesterday").putObject("answers").put("overall", 3);
        }
        return body;
    }

    private ObjectNode rating(String device, Instant ratedAt) {
        return JSON.createObjectNode()
                .put("sequenceNumber", lastNumbers.merge(device, 1L, Long::sum))
                .put("instrumentVersion", 1)
                .put("language", random.nextBoolean() ? "de" : "ar")
                .put("ratedAt", ratedAt.toString());
    }
}
