package de.visitenkarte.standalone;

import java.time.Duration;
import java.util.Locale;

/** Tells the person at the terminal how far the start is. */
final class TerminalListener implements StartListener {

    private static final int BAR_WIDTH = 30;
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final Duration DRAW_EVERY = Duration.ofMillis(100);

    private final Terminal terminal;

    private long drawnNanos = Long.MIN_VALUE;
    private boolean barFinished;

    TerminalListener(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void starting(int step, int steps, String what) {
        terminal.print("[" + step + "/" + steps + "] " + what + " … ");
    }

    @Override
    public void ready(Duration took) {
        terminal.endLine(String.format(Locale.ROOT, "ready (%.1f s)", took.toMillis() / 1000.0));
    }

    @Override
    public void serving(Addresses addresses) {
        // What follows may take a while, and nobody has to wait for it.
        terminal.println("Open already: http://localhost:" + addresses.port() + "/board/");
    }

    @Override
    public synchronized void progress(String task, long done, long total) {
        if (barFinished || total == 0) {
            return;
        }
        boolean finished = done >= total;
        long now = System.nanoTime();
        Duration pause = terminal.interactive() ? DRAW_EVERY : LINE_EVERY;
        if (!finished && drawnNanos != Long.MIN_VALUE && now - drawnNanos < pause.toNanos()) {
            return;
        }
        drawnNanos = now;
        barFinished = finished;
        if (terminal.interactive()) {
            terminal.print("\r" + bar(task, done, total));
            if (finished) {
                terminal.endLine("");
            }
        } else {
            terminal.println(task + ": " + percent(done, total) + " %");
        }
    }

    private static String bar(String task, long done, long total) {
        int filled = (int) (BAR_WIDTH * Math.min(done, total) / total);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %%",
                task,
                "=".repeat(filled),
                " ".repeat(BAR_WIDTH - filled),
                percent(done, total));
    }

    private static long percent(long done, long total) {
        return 100 * Math.min(done, total) / total;
    }
}
