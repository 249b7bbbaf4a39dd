package de.visitenkarte.bench.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.regex.Pattern;

/** Processor time of the threads that count, without the broker, the compiler and whoever fills the topics. */
final class StreamCpu {

    private static final Pattern COUNTING = Pattern.compile(".*-StreamThread-\\d+");

    private StreamCpu() {}

    /** Returns the nanoseconds that all such threads have used until now. */
    static long nanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (COUNTING.matcher(thread.getName()).matches()) {
                sum += Math.max(0, threads.getThreadCpuTime(thread.getId()));
            }
        }
        return sum;
    }
}
