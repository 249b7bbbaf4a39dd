package de.visitenkarte.bench.growth;

import de.visitenkarte.bench.http.Fleet;
import de.visitenkarte.bench.topology.Engine;
import de.visitenkarte.bench.topology.EventFill;
import de.visitenkarte.bench.topology.Progress;
import de.visitenkarte.standalone.kafka.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * Measures the laws of growth and ends with 1 if one is broken.
 *
 * <p>Arguments: directory for the data, stored ratings at the largest size (the others are a fifth and a fiftieth), ratings
 * counted at each size.
 */
public final class Growth {

    private static final Fleet MEDIUM = new Fleet(600, 1500);
    private static final Fleet FEW_CELLS = new Fleet(20, 20);
    private static final int BUCKETS = 40;
    private static final int CHUNKS = 5;
    private static final int SECONDS = 10;
    private static final int[] RATES = {500, 1500, 4500};

    private final Path directory;
    private final int counted;

    private Growth(Path directory, int counted) {
        this.directory = directory;
        this.counted = counted;
    }

    /** Runs what the arguments say and prints lines of a table in Markdown. */
    public static void main(String[] arguments) throws Exception {
        Growth growth = new Growth(Path.of(arguments[0]), Integer.parseInt(arguments[2]));
        long largest = Long.parseLong(arguments[1]);
        List<Law> laws = new ArrayList<>(growth.workAndRestore(largest / 50, largest / 5, largest));
        laws.add(growth.stateOfCells());
        laws.add(growth.upserts());
        laws.forEach(law -> law.print(System.out));
        // Not exit: Kafka's server leaves threads behind.
        Runtime.getRuntime().halt(laws.stream().allMatch(Law::holds) ? 0 : 1);
    }

    private List<Law> workAndRestore(long... sizes) throws Exception {
        double[] micros = new double[sizes.length];
        double[] restore = new double[sizes.length];
        measureStored("warm-up", sizes[0]);
        for (int i = 0; i < sizes.length; i++) {
            double[] result = measureStored("stored-" + sizes[i], sizes[i]);
            micros[i] = result[0];
            restore[i] = result[1];
            System.out.printf(
                    "| %,d ratings stored | %.1f CPU-µs per rating | restored in %.1f s |%n",
                    sizes[i], micros[i], restore[i]);
        }
        // By differences: what a start takes without any state is in all three.
        double[] perMillion = new double[sizes.length - 1];
        for (int i = 0; i < perMillion.length; i++) {
            perMillion[i] = (restore[i + 1] - restore[i]) / (sizes[i + 1] - sizes[i]) * 1e6;
        }
        return List.of(
                new Law("work per rating, however many are stored", "CPU-µs", Law.Shape.EVEN, micros, 1.25),
                new Law(
                        "restore time per million stored, from size to size",
                        "s",
                        Law.Shape.NOT_RISING,
                        perMillion,
                        2));
    }

    /** Returns processor time per rating in microseconds, and the seconds until the state was restored. */
    private double[] measureStored(String name, long stored) throws Exception {
        StoredNumbers numbers = new StoredNumbers(MEDIUM);
        try (EmbeddedKafka kafka = start(name);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                EventFill fill = new EventFill(kafka.bootstrapServers(), MEDIUM, BUCKETS)) {
            EventFill.createTopics(admin);
            numbers.write(kafka.bootstrapServers(), admin, stored);
            fill.write(numbers.firstFree(stored), 1, 0);
            long began = System.nanoTime();
            Engine engine = Engine.start(kafka.bootstrapServers(), directory.resolve(name + "/state"), 1);
            try {
                Progress progress = new Progress(admin);
                progress.awaitEnd();
                double restored = (System.nanoTime() - began) / 1e9;
                return new double[] {work(fill, progress, numbers.firstFree(stored) + 1), restored};
            } finally {
                engine.close();
            }
        }
    }

    /** Returns the median over some chunks; the first, in which the JVM warms up, is not counted. */
    private double work(EventFill fill, Progress progress, long firstNumber) throws Exception {
        double[] micros = new double[CHUNKS];
        int size = counted / CHUNKS;
        for (int chunk = -1; chunk < CHUNKS; chunk++) {
            long before = StreamCpu.nanos();
            fill.write(firstNumber + (chunk + 1L) * (size / MEDIUM.devices() + 1), size, 0);
            progress.awaitEnd();
            if (chunk >= 0) {
                micros[chunk] = (StreamCpu.nanos() - before) / 1e3 / size;
            }
        }
        Arrays.sort(micros);
        return micros[CHUNKS / 2];
    }

    private Law stateOfCells() throws Exception {
        int[] factors = {1, 3, 10};
        double[] bytes = new double[factors.length];
        for (int i = 0; i < factors.length; i++) {
            CellTopic cells = countOnce("cells-" + factors[i], factors[i] * counted / 10);
            System.out.printf(
                    "| %d ratings | %d cells | %d bytes of cells |%n",
                    factors[i] * counted / 10, cells.cells(), cells.bytes());
            bytes[i] = cells.bytes();
        }
        // A count of three digits takes a byte more than one of two.
        return new Law(
                "state of the cells, 10 times the ratings in the same cells", "bytes", Law.Shape.EVEN, bytes, 1.1);
    }

    private CellTopic countOnce(String name, int ratings) throws Exception {
        try (EmbeddedKafka kafka = start(name);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                EventFill fill = new EventFill(kafka.bootstrapServers(), FEW_CELLS, BUCKETS)) {
            EventFill.createTopics(admin);
            fill.write(1, ratings, 0);
            Engine engine = Engine.start(kafka.bootstrapServers(), directory.resolve(name + "/state"), 1);
            try {
                new Progress(admin).awaitEnd();
                return CellTopic.read(kafka.bootstrapServers());
            } finally {
                engine.close();
            }
        }
    }

    private Law upserts() throws Exception {
        double[] perSecond = new double[RATES.length];
        try (EmbeddedKafka kafka = start("upserts");
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
                EventFill fill = new EventFill(kafka.bootstrapServers(), FEW_CELLS, 1)) {
            EventFill.createTopics(admin);
            fill.write(1, FEW_CELLS.devices(), 0);
            Engine engine = Engine.start(kafka.bootstrapServers(), directory.resolve("upserts/state"), 1);
            try {
                Progress progress = new Progress(admin);
                progress.awaitEnd();
                long number = 2;
                for (int i = 0; i < RATES.length; i++) {
                    long before = CellTopic.read(kafka.bootstrapServers()).records();
                    number = tap(fill, RATES[i], number);
                    progress.awaitEnd();
                    perSecond[i] = (CellTopic.read(kafka.bootstrapServers()).records() - before) / (double) SECONDS;
                    System.out.printf("| %d ratings/s on the same cells | %.0f upserts/s |%n", RATES[i], perSecond[i]);
                }
            } finally {
                engine.close();
            }
        }
        return new Law("upserts, 9 times the ratings on the same cells", "per second", Law.Shape.EVEN, perSecond, 1.3);
    }

    /** Writes ratings at an even pace, twenty times a second; returns the next free number. */
    private static long tap(EventFill fill, int rate, long firstNumber) throws InterruptedException {
        long number = firstNumber;
        long start = System.nanoTime();
        int slices = SECONDS * 20;
        for (int slice = 0; slice < slices; slice++) {
            fill.write(number, rate / 20, 0);
            number += rate / 20 / FEW_CELLS.devices() + 1;
            long next = start + (slice + 1) * TimeUnit.MILLISECONDS.toNanos(50);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
        }
        return number;
    }

    private EmbeddedKafka start(String name) throws Exception {
        return EmbeddedKafka.start(
                Files.createDirectories(directory.resolve(name)).resolve("kafka"));
    }
}
