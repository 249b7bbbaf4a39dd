package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.Grid;
import java.util.HashMap;
import java.util.Map;

/** The grids that one run needs. */
final class Grids {

    private final Map<String, Grid> byTimeZone = new HashMap<>();

    Grid of(Office office) {
        return byTimeZone.computeIfAbsent(office.timeZone(), any -> new Grid(office.zone()));
    }
}
