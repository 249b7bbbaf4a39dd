package de.visitenkarte.api.gate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fixed grid of one time zone. Works out each day once: to find out where local days begin costs more than all that is done
 * with it. Not for use by several threads.
 */
public final class Grid {

    private static final int DAY = 0;
    private static final int WEEK = 1;
    private static final int MONTH = 2;
    private static final int QUARTER = 3;

    private final ZoneId zone;
    private final Map<LocalDate, List<Period>> around = new HashMap<>();
    private final Map<LocalDate, Period> weeksOfMonths = new HashMap<>();

    public Grid(ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public Period day(LocalDate day) {
        return around(day).get(DAY);
    }

    /** Returns the piece of another kind, at least as long, that a piece lies in; of a week there is none. */
    public Period widen(Period piece, Period.Kind kind) {
        if (piece.kind() == kind) {
            return piece;
        }
        return switch (kind) {
            case DAY -> day(piece.start());
            case WEEK_OF_MONTH -> weeksOfMonths.computeIfAbsent(piece.start(), this::weekOfMonth);
            case MONTH -> around(piece.start()).get(MONTH);
            case QUARTER -> around(piece.start()).get(QUARTER);
            case HOUR, WEEK -> throw new IllegalArgumentException(piece.kind() + " is not part of one " + kind);
        };
    }

    /** Returns the pieces that a piece lies in as a whole, itself included if figures are about it. */
    public List<Period> containing(Period piece) {
        List<Period> all = around(piece.start());
        return switch (piece.kind()) {
            case HOUR -> Stream.concat(Stream.of(piece), all.stream()).toList();
            case DAY -> all;
            case WEEK_OF_MONTH -> all.subList(WEEK, all.size());
            case MONTH -> all.subList(MONTH, all.size());
            case QUARTER -> all.subList(QUARTER, all.size());
            case WEEK -> List.of(piece);
        };
    }

    private Period weekOfMonth(LocalDate day) {
        return around(day).get(WEEK).common(around(day).get(MONTH), Period.Kind.WEEK_OF_MONTH, zone);
    }

    private List<Period> around(LocalDate day) {
        return around.computeIfAbsent(day, any -> Period.of(any, zone));
    }
}
