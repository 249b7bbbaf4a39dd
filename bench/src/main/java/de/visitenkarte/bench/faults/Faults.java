package de.visitenkarte.bench.faults;

import de.visitenkarte.bench.cluster.Layout;
import de.visitenkarte.standalone.machine.FileTree;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench/faults}. */
@Command(
        name = "bench/faults",
        mixinStandardHelpOptions = true,
        description = {
            "Kills, stalls and starves parts of the running product under load, then compares what was sent with what was"
                    + " counted. Ends with 0 if nothing was lost, doubled or changed."
        })
public final class Faults implements Callable<Integer> {

    @Option(names = "--kills", description = "How many kills; other faults come in between. Default: ${DEFAULT-VALUE}")
    private int kills = 30;

    @Option(names = "--seed", description = "The same seed does the same. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--brokers", description = "1 or 3. Default: ${DEFAULT-VALUE}")
    private int brokers = 1;

    @Option(names = "--streams", description = "Instances of streams. Default: ${DEFAULT-VALUE}")
    private int streams = 2;

    @Option(names = "--api", description = "Instances of the api. Default: ${DEFAULT-VALUE}")
    private int apis = 2;

    @Option(names = "--rate", description = "Ratings and visits per second. Default: ${DEFAULT-VALUE}")
    private int rate = 40;

    @Option(
            names = "--kinds",
            description =
                    "Which faults, separated by commas: api, streams, broker, postgres, all, torn-tail, lost-index,"
                            + " stall-streams, stall-broker, stall-postgres, stop, scale, full-broker, full-postgres. Default:"
                            + " all of them; those with full disks only as root")
    private @Nullable String kinds;

    @Option(
            names = "--settle",
            description = "Seconds until the next fault comes even if the product has not recovered. Default:"
                    + " ${DEFAULT-VALUE}")
    private int settleSeconds = 60;

    @Option(names = "--report", description = "Where to write the result in Markdown; it is printed too")
    private @Nullable Path report;

    @Option(names = "--keep", description = "Keep the directory with journal, logs and data")
    private boolean keep;

    private Faults() {}

    /** Runs one campaign. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Plan plan = plan();
        Path directory = Files.createTempDirectory("visitenkarte-faults");
        PrintStream out = System.out;
        out.println("seed " + seed + ", everything is in " + directory);
        long began = System.nanoTime();
        Outcome outcome = new Campaign(plan, directory, line -> out.println(stamp(began) + line)).run();
        String text = Report.of(plan, outcome, command(), System.getProperty("commit", "unknown"))
                .markdown();
        out.println(text);
        if (report != null) {
            Files.writeString(report, text);
        }
        if (!keep && outcome.isClean()) {
            FileTree.delete(directory);
        }
        return outcome.isClean() ? 0 : 1;
    }

    private Plan plan() {
        Set<FaultKind> chosen = kinds == null ? EnumSet.allOf(FaultKind.class) : FaultKind.parse(kinds);
        if (!SmallDisk.isPossible() && chosen.removeAll(FaultKind.FULL_DISK)) {
            System.err.println("Faults with full disks are left out: only root can make small disks.");
        }
        int mostStreams = chosen.contains(FaultKind.SCALE) ? Math.max(3, streams) : streams;
        return new Plan(
                kills,
                seed,
                new Layout(brokers, apis, mostStreams),
                streams,
                rate,
                chosen,
                Duration.ofSeconds(settleSeconds));
    }

    private String command() {
        return "bench/faults --kills %d --seed %d --brokers %d --streams %d --api %d --rate %d --settle %d%s"
                .formatted(
                        kills,
                        seed,
                        brokers,
                        streams,
                        apis,
                        rate,
                        settleSeconds,
                        kinds == null ? "" : " --kinds " + kinds);
    }

    private static String stamp(long began) {
        return "%4d s  ".formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }
}
