package de.visitenkarte.streams.deduplication;

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

/** Noting a number on a page that is half full, bytes to bytes, as for each rating. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SeenPageBench {

    private byte[] halfFull = new byte[0];

    public SeenPageBench() {
        SeenPage page = SeenPage.EMPTY;
        for (int slot = 0; slot < SeenPage.SLOTS / 2; slot++) {
            page = page.with(slot, slot * 31);
        }
        halfFull = page.toBytes();
    }

    @Benchmark
    public byte[] note() {
        SeenPage page = SeenPage.fromBytes(halfFull);
        return page.find(40).isPresent() ? halfFull : page.with(40, 7).toBytes();
    }
}
