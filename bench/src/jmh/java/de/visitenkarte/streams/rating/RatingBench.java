package de.visitenkarte.streams.rating;

import com.google.protobuf.InvalidProtocolBufferException;
import de.visitenkarte.events.Answer;
import de.visitenkarte.events.Rating;
import de.visitenkarte.events.RatingCells;
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

/** What streams does with each rating beside its stores: reading, checking, and the cells it changes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RatingBench {

    private final Rating rating = Rating.newBuilder()
            .setDeviceId("device-1000")
            .setSequenceNumber(123_456)
            .setAuthorityId("authority-17")
            .setOfficeId("office-17")
            .setAreaId("area-17")
            .setBucketStart(1_767_225_600)
            .setInstrumentVersion(1)
            .setLanguage("de")
            .setBodyHash(42)
            .addAnswers(Answer.newBuilder().setQuestionId("overall").setValue(4))
            .addAnswers(Answer.newBuilder().setQuestionId("waiting").setValue(3))
            .build();
    private final byte[] bytes = rating.toByteArray();
    private final RatingCells cells = RatingFold.one(rating);

    @Benchmark
    public Rating read() throws InvalidProtocolBufferException {
        return Rating.parseFrom(bytes);
    }

    @Benchmark
    public byte[] write() {
        return Rating.newBuilder(rating).build().toByteArray();
    }

    @Benchmark
    public Object check() {
        return RatingAcceptance.objectionTo(rating);
    }

    @Benchmark
    public Object count() {
        return RatingFold.add(cells, RatingFold.one(rating));
    }
}
