package de.visitenkarte.api.zms;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.zms.ZmsDao.DayMean;
import de.visitenkarte.api.zms.ZmsFault.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hourly waits of one day as the warehouse of ZMS reports them. Columns are found by the dictionary of the answer,
 * whatever their order. An hour without visitors says 0.0 there and is left out. Only hours are read: a month of ZMS is a
 * maximum or a mean of means and would be wrong.
 */
final class WaitingReport {

    private static final String APPOINTMENT_SUFFIX = "_termin";
    private static final double SECONDS_PER_MINUTE = 60;

    private final Map<String, Integer> places = new HashMap<>();
    private final JsonNode rows;

    private WaitingReport(JsonNode exchange) {
        for (JsonNode entry : exchange.path("dictionary")) {
            if (entry.path("position").isInt()) {
                places.put(
                        entry.path("variable").asText(), entry.path("position").intValue());
            }
        }
        this.rows = exchange.path("data");
    }

    /**
     * Returns the means of a day, first without and then with appointment.
     *
     * @throws ZmsFault if the columns that are needed are not in the dictionary
     */
    static List<DayMean> means(JsonNode exchange, LocalDate day) throws ZmsFault {
        WaitingReport report = new WaitingReport(exchange);
        return List.of(report.mean(day, false), report.mean(day, true));
    }

    private DayMean mean(LocalDate day, boolean withAppointment) throws ZmsFault {
        String suffix = withAppointment ? APPOINTMENT_SUFFIX : "";
        int date = place("date");
        int count = place("waitingcount" + suffix);
        int time = place("waitingtime" + suffix);
        long visits = 0;
        double minutes = 0;
        for (JsonNode row : rows) {
            double inHour = ZmsValues.number(row.path(count)).orElse(0.0);
            Duration wait = ZmsValues.duration(row.path(time)).orElse(null);
            if (row.path(date).asText().equals(day.toString()) && inHour >= 1 && wait != null) {
                visits += Math.round(inHour);
                minutes += inHour * wait.toSeconds() / SECONDS_PER_MINUTE;
            }
        }
        return visits == 0 ? DayMean.none(withAppointment) : new DayMean(withAppointment, visits, minutes / visits);
    }

    private int place(String variable) throws ZmsFault {
        Integer place = places.get(variable);
        if (place == null) {
            throw new ZmsFault(Kind.UNREADABLE, "The warehouse of ZMS has no column " + variable);
        }
        return place;
    }
}
