package de.visitenkarte.bench.http;

import java.time.Duration;
import java.util.stream.Stream;

/** What the product costs: the processor time of its process and of all that it started. */
public final class ProductCpu {

    private final ProcessHandle product;

    /** Watches the process with this id. */
    public ProductCpu(long pid) {
        this.product = ProcessHandle.of(pid).orElseThrow();
    }

    /** Returns the time used until now; of processes that have ended it is forgotten. */
    public Duration used() {
        return Stream.concat(Stream.of(product), product.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
