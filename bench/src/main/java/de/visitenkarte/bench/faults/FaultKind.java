package de.visitenkarte.bench.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to the product. */
enum FaultKind {
    API("kill -9 of an api instance"),
    STREAMS("kill -9 of a streams instance"),
    BROKER("kill -9 of a broker"),
    POSTGRES("kill -9 of PostgreSQL, server and sessions"),
    ALL("kill -9 of everything at once"),
    TORN_TAIL("kill -9 of a broker, torn tail of a log of ratings"),
    LOST_INDEX("kill -9 of a broker, index files deleted"),
    STALL_STREAMS("streams stalled for 12 to 20 s, longer than its transaction may take"),
    STALL_BROKER("a broker stalled for 8 to 12 s"),
    STALL_POSTGRES("PostgreSQL stalled for 8 to 12 s"),
    STOP("one process stopped in order (SIGTERM) and started again"),
    SCALE("streams scaled to 3, 1 and 2 instances and back"),
    FULL_BROKER("disk of a broker full for 10 s"),
    FULL_POSTGRES("disk of PostgreSQL full for 10 s");

    /** What needs a disk of its own, which only root can make. */
    static final Set<FaultKind> FULL_DISK = Set.of(FULL_BROKER, FULL_POSTGRES);

    private static final Set<FaultKind> KILLS = EnumSet.range(API, LOST_INDEX);

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Returns how it is called on the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isKill() {
        return KILLS.contains(this);
    }

    /** Returns the kinds with these names. */
    static Set<FaultKind> parse(String names) {
        return Arrays.stream(names.split(",")).map(FaultKind::parseOne).collect(Collectors.toSet());
    }

    static String options() {
        return Arrays.stream(values()).map(FaultKind::option).collect(Collectors.joining(", "));
    }

    private static FaultKind parseOne(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind " + name + "; there are " + options()));
    }
}
