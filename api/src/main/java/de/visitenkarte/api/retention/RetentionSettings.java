package de.visitenkarte.api.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/**
 * How long is kept what has no end of its own.
 *
 * @param cellMonths cells of quarter hours, what the gate notes of single days, hashes of visits from files; at least 9: a
 *     quarter of the year, the 130 days for which its rest waits, and a margin. Ratings and visits that arrive within three
 *     months of that end are refused
 * @param figureYears released figures and the blocks they are made of; at least 2, because the pilot is evaluated after two
 *     years
 */
public record RetentionSettings(
        @Min(9) @Max(60) int cellMonths, @Min(2) @Max(30) int figureYears) {

    /** 13 months for cells, so that a month can be compared with that of the year before; 5 years for figures. */
    public static final RetentionSettings DEFAULT = new RetentionSettings(13, 5);

    private static final int MONTHS_OF_A_YEAR = 12;

    /**
     * Checks that figures are not deleted before their cells.
     *
     * @throws IllegalArgumentException if they are
     */
    public RetentionSettings {
        if (cellMonths > figureYears * MONTHS_OF_A_YEAR) {
            throw new IllegalArgumentException(
                    "Cells cannot be kept longer than the figures made of them: cellMonths is " + cellMonths
                            + ", figureYears is " + figureYears);
        }
    }

    /** Returns the first moment whose cells are kept. */
    Instant cellsFrom(Instant now) {
        return startOf(day(now).minusMonths(cellMonths));
    }

    /** Returns the first day whose figures are kept: that of a quarter, since months and quarters are not cut. */
    Instant figuresFrom(Instant now) {
        return startOf(day(now).minusYears(figureYears).with(IsoFields.DAY_OF_QUARTER, 1));
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
