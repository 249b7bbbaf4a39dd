package de.visitenkarte.bench.replay;

import de.visitenkarte.standalone.Addresses;
import de.visitenkarte.standalone.StartListener;
import java.time.Duration;

/** Notes when one step of the product's start began. */
final class StepClock implements StartListener {

    private final String step;
    private long beganAt;

    StepClock(String step) {
        this.step = step;
    }

    /** Returns the time since then. */
    Duration since() {
        return Duration.ofNanos(System.nanoTime() - beganAt);
    }

    @Override
    public void starting(int number, int steps, String what) {
        if (what.equals(step)) {
            beganAt = System.nanoTime();
        }
    }

    @Override
    public void ready(Duration took) {}

    @Override
    public void serving(Addresses addresses) {}

    @Override
    public void progress(String task, long done, long total) {}
}
