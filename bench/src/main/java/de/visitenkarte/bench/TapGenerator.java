package de.visitenkarte.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/** Posts single ratings at a fixed rate, whether the earlier ones have been answered or not. */
final class TapGenerator {

    private static final int BUCKETS = 16;
    private static final Duration BUCKET = Duration.ofMinutes(15);
    private static final int FACES = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI ratings;
    private final String token;
    private final Instant firstBucket;

    /** Numbers must be new in every run; a device never uses one twice. */
    private long sequenceNumber = System.currentTimeMillis();

    /** @param firstBucket start of the buckets over which the ratings are spread */
    TapGenerator(URI api, String token, Instant firstBucket) {
        this.ratings = api.resolve("v1/ratings");
        this.token = token;
        this.firstBucket = firstBucket;
    }

    /**
     * One run.
     *
     * @param startedAt {@link System#nanoTime()} of the first intended tap
     * @param intervalNanos between two intended taps
     * @param accepted microseconds from the intended tap to the answer 202
     */
    record Run(long startedAt, long intervalNanos, int count, ConcurrentHistogram accepted, AtomicLong failures) {

        long intendedAt(long index) {
            return startedAt + index * intervalNanos;
        }

        long failed() {
            return failures.get();
        }
    }

    /** Starts posting in the background. */
    Run start(int rate, int count) {
        Run run = new Run(
                System.nanoTime(),
                TimeUnit.SECONDS.toNanos(1) / rate,
                count,
                new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), 3),
                new AtomicLong());
        Thread sender = new Thread(() -> send(run), "taps");
        sender.setDaemon(true);
        sender.start();
        return run;
    }

    private void send(Run run) {
        for (int i = 0; i < run.count(); i++) {
            long intendedAt = run.intendedAt(i);
            while (System.nanoTime() < intendedAt) {
                LockSupport.parkNanos(intendedAt - System.nanoTime());
            }
            post(run, i, intendedAt);
        }
    }

    private void post(Run run, int index, long intendedAt) {
        sequenceNumber++;
        String body = """
                {"ratings":[{"sequenceNumber":%d,"instrumentVersion":1,"language":"de","ratedAt":"%s","answers":{"overall":%d}}]}
                """.formatted(
                        sequenceNumber, firstBucket.plus(BUCKET.multipliedBy(index % BUCKETS)), 1 + index % FACES);
        HttpRequest request = HttpRequest.newBuilder(ratings)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var unused = http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .whenComplete((response, fault) -> {
                    if (fault == null
                            && response.statusCode() == 202
                            && response.body().contains("\"accepted\"")) {
                        run.accepted().recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - intendedAt));
                    } else {
                        run.failures().incrementAndGet();
                    }
                });
    }
}
