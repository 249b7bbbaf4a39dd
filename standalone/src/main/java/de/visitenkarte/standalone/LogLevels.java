package de.visitenkarte.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import io.dropwizard.logging.common.BootstrapLogging;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/** Keeps Kafka's server at WARN: it has 2,000 lines at INFO per start, and the applications' settings forget it. */
final class LogLevels implements LoggerContextListener {

    private static final List<String> NOISY =
            List.of("kafka", "org.apache.kafka", "state.change.logger", "org.flywaydb");

    private LogLevels() {}

    static void keep() {
        BootstrapLogging.bootstrap(Level.INFO);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        LogLevels levels = new LogLevels();
        if (context.getCopyOfListenerList().stream().noneMatch(LogLevels.class::isInstance)) {
            context.addListener(levels);
        }
        levels.onReset(context);
    }

    /** Does something before there is a file for logs: the terminal is not for them. */
    static void silently(Callable<?> work) throws Exception {
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.OFF);
        try {
            Object unused = work.call();
        } finally {
            root.setLevel(before);
        }
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext context) {
        NOISY.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        // The first request of a transaction is retried while the one before is being closed: that is no news.
        context.getLogger("org.apache.kafka.clients.producer.internals.Sender").setLevel(Level.ERROR);
    }

    @Override
    public void onStart(LoggerContext context) {}

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}
