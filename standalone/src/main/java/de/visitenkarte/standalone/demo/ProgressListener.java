package de.visitenkarte.standalone.demo;

/** Hears how far a long task is. Called from any thread, at most a few times a second per task. */
public interface ProgressListener {

    /**
     * Tells the present state.
     *
     * @param task what is being done, in a few words for the person who waits
     * @param done finished units; 0 ≤ done ≤ total
     * @param total all units; may grow while the task runs
     */
    void progress(String task, long done, long total);
}
