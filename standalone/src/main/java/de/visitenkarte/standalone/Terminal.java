package de.visitenkarte.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The person's terminal, kept when the logs take over {@code System.out}. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;

    private boolean insideLine;

    /**
     * Makes a terminal.
     *
     * @param interactive whether a line may be drawn over
     */
    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    /** Returns the terminal of this process. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.err, isTerminal());
    }

    boolean interactive() {
        return interactive;
    }

    /** Prints text that the next call continues. */
    synchronized void print(String text) {
        out.print(text);
        out.flush();
        insideLine = true;
    }

    /** Ends a line that {@link #print} began, or prints a whole one. */
    synchronized void endLine(String rest) {
        out.println(rest);
        out.flush();
        insideLine = false;
    }

    /** Prints a line of its own. */
    synchronized void println(String line) {
        breakLine();
        endLine(line);
    }

    /** Prints a line of its own where errors belong. */
    synchronized void printError(String line) {
        breakLine();
        err.println(line);
        err.flush();
    }

    private void breakLine() {
        if (insideLine) {
            endLine("");
        }
    }

    /** Asks the shell: what {@code System.console()} says depends on standard input and on the JDK's version. */
    private static boolean isTerminal() {
        try {
            List<String> test = List.of("sh", "-c", "test -t 1");
            return new ProcessBuilder(test).inheritIO().start().waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
