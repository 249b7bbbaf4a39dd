package de.visitenkarte.standalone.demo;

/** Is told how far a long task has come. Called from one thread at a time, not always the same one. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes note of the progress.
     *
     * @param task what is being done, for people
     * @param done units done so far, 0 ≤ done ≤ total
     * @param total units there are; the same in every call for a task
     */
    void progress(String task, long done, long total);
}
