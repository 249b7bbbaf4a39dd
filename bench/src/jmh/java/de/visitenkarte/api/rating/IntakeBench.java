package de.visitenkarte.api.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.visitenkarte.api.intake.Bucket;
import de.visitenkarte.api.web.ProductJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the api does with the body of a single tap: JSON to a tree, the tree to an item, and the bucket. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IntakeBench {

    private static final byte[] BODY = """
            {"ratings":[{"sequenceNumber":1767225600000,"instrumentVersion":1,"language":"de",\
            "ratedAt":"2026-01-01T10:07:30Z","answers":{"overall":4,"waiting":3}}]}
            """.getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper mapper = ProductJson.newMapper();
    private final ObjectReader reader = mapper.readerFor(RatingItem.class);
    private final Instant now = Instant.parse("2026-01-01T10:07:30Z");

    @Benchmark
    public RatingBatch readBatch() throws IOException {
        return mapper.readValue(BODY, RatingBatch.class);
    }

    @Benchmark
    public RatingItem readItem() throws IOException {
        JsonNode node = mapper.readValue(BODY, RatingBatch.class).ratings().get(0);
        return reader.readValue(node);
    }

    @Benchmark
    public Instant bucket() {
        return Bucket.startOf(now);
    }
}
