package de.visitenkarte.standalone.machine;

import org.jspecify.annotations.Nullable;

/** The start is impossible. The message is one sentence for the person at the terminal: what is wrong and what helps. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes a failure whose cause needs no further explanation. */
    public StartFailure(String sentence) {
        super(sentence);
    }

    /** Makes a failure whose cause is for the log only. */
    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
