package de.visitenkarte.standalone;

import de.visitenkarte.standalone.demo.ProgressListener;
import java.time.Duration;

/** Hears what happens during a start, in the order of the steps. */
public interface StartListener extends ProgressListener {

    /** For tests: hears nothing. */
    StartListener SILENT = new StartListener() {
        @Override
        public void starting(int step, int steps, String what) {}

        @Override
        public void ready(Duration took) {}

        @Override
        public void serving(Addresses addresses) {}

        @Override
        public void progress(String task, long done, long total) {}
    };

    /**
     * Tells that a step begins.
     *
     * @param step 1 ≤ step ≤ steps
     * @param what is started, in a few words
     */
    void starting(int step, int steps, String what);

    /** Tells that the step that began last is done. */
    void ready(Duration took);

    /** Tells that everything answers, and that the demo will now fill it, which takes a while. */
    void serving(Addresses addresses);
}
