package de.visitenkarte.standalone;

import de.visitenkarte.api.registry.RegistryReader;
import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import de.visitenkarte.standalone.machine.DataDirectory;
import de.visitenkarte.standalone.machine.StartFailure;
import io.dropwizard.jersey.validation.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: starts an instance, tells how to use it, and stops it when asked. */
@Command(
        name = "./run",
        sortOptions = false,
        description = "Starts a whole Visitenkarte on this machine: database, event broker, applications and a demo.",
        footer = {"", "Everything listens on this machine only. Stop with Ctrl-C; the data stays."})
final class StandaloneCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "Port of tablet, board and API; the next two are for administration. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Directory that keeps everything. Default: ./${DEFAULT-VALUE}")
    private Path data = Path.of("data");

    @Option(names = "--no-demo", description = "Start without fictional authorities and simulated visitors.")
    private boolean noDemo;

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Import your own authorities, offices and devices instead of the demo's.")
    private @Nullable Path registry;

    @Option(names = "--fresh", description = "Delete what an earlier start kept in the data directory, then start.")
    private boolean fresh;

    @Option(
            names = "--reset-password",
            paramLabel = "LOGIN",
            description = "Give this account of the staff a new one-time password, and print it.")
    private @Nullable String forgotten;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("UnusedVariable") // Picocli acts on it.
    private boolean help;

    /** Null until the data directory is ours. */
    private volatile @Nullable Path log;

    StandaloneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopRequest stop = StopRequest.listen(terminal);
        int exitCode = FAILED;
        try {
            exitCode = run(stop);
            if (stop.isAsked()) {
                terminal.println("Stopped.");
            }
        } finally {
            stop.finish(exitCode);
        }
        return exitCode;
    }

    private int run(StopRequest stop) {
        try {
            return start(stop);
        } catch (InterruptedException onlyAStopInterrupts) {
            return 0;
        } catch (StartFailure e) {
            return stop.isAsked() ? 0 : explain(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            return stop.isAsked() ? 0 : explain("Visitenkarte could not be started: " + e.getMessage(), e);
        }
    }

    private int start(StopRequest stop) throws IOException, InterruptedException {
        Options options = options();
        DataDirectory directory = DataDirectory.open(options.data(), options.fresh());
        Path logFile = directory.directory("logs").resolve("visitenkarte.log");
        LogFile.takeOver(logFile);
        log = logFile;
        LogLevels.keep();
        EmbeddedKafka.onFatalFault(() -> explain("Kafka cannot go on, so Visitenkarte ends.", null));
        try (Standalone standalone = Standalone.start(directory, options, new TerminalListener(terminal))) {
            terminal.println(Banner.text(standalone, logFile));
            stop.await();
            return 0;
        }
    }

    private Options options() {
        if (registry != null) {
            check(registry);
        }
        return new Options(data, port, !noDemo && registry == null, registry, fresh, forgotten, Clock.systemUTC());
    }

    /** Before anything is deleted or written: a file that cannot be imported must not decide what the data directory is for. */
    private static void check(Path registry) {
        if (!Files.isReadable(registry)) {
            throw new StartFailure("The registry file " + registry + " cannot be read.");
        }
        try {
            LogLevels.silently(() -> new RegistryReader(Validators.newValidator()).read(registry));
        } catch (Exception e) {
            throw new StartFailure(registry + ": " + e.getMessage(), e);
        }
    }

    private int explain(@Nullable String sentence, @Nullable Exception cause) {
        Path logFile = log;
        if (logFile != null) {
            LoggerFactory.getLogger(StandaloneCommand.class).error("{}", sentence, cause);
        }
        terminal.printError(sentence + (logFile == null ? "" : " Details: " + logFile));
        return FAILED;
    }
}
