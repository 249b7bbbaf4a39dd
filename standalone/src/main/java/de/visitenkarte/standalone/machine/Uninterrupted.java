package de.visitenkarte.standalone.machine;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** For work that breaks when its thread is interrupted in the middle, as the start of a Kafka server does. */
public final class Uninterrupted {

    private Uninterrupted() {}

    /**
     * Does the work to its end on a thread of its own; an interrupt that arrives meanwhile is still there afterwards.
     *
     * @throws Exception what the work threw
     */
    public static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, Thread.currentThread().getName() + "-uninterrupted").start();
        try {
            return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(task));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
