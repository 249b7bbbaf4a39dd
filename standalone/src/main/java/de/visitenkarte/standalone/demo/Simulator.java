package de.visitenkarte.standalone.demo;

import de.visitenkarte.api.calendar.OpeningHours.Hours;
import de.visitenkarte.standalone.demo.Authority.PilotRole;
import de.visitenkarte.standalone.demo.WaitingRoom.Visitor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays one office for one local day. A pure function: the same seed, first day, office and date give the same day, on
 * every machine and in any order.
 *
 * <p>What is known: about 11 % of the visitors rate and 82–87 % of them are content (Frankfurt 2021). Everything else is
 * invented, above all that pilot authorities improve: nobody knows that yet.
 */
final class Simulator {

    /** Raised whenever a change of the code gives another day for the same seed; a test watches over that. */
    private static final int MODEL = 1;

    private static final double WITH_APPOINTMENT = 0.6;
    private static final double SERVICE_SIGMA = 0.45;
    private static final long SHORTEST_SERVICE_SECONDS = 2 * 60;
    /** Keeps every event of a day, also of an office that closes at 23:00, within that day. */
    private static final long LONGEST_SERVICE_SECONDS = 45 * 60;

    private static final double DESK_UNSTAFFED = 0.03;
    private static final double DAYS_DIFFER_SIGMA = 0.08;
    /** What a pilot authority that has gained all there is to gain has gained: in contentment (a logit) and service time. */
    private static final double PILOT_GAIN = 0.4;

    private static final double PILOT_FASTER = 0.06;

    /** The languages that the tablet offers so far, and their weights. */
    private static final Map<String, Double> LANGUAGES = new LinkedHashMap<>();

    static {
        LANGUAGES.put("de", 0.5);
        LANGUAGES.put("en", 0.3);
        LANGUAGES.put("ar", 0.2);
    }

    private final long seed;
    private final Trend trend;
    private final Map<String, Demand> demands = new ConcurrentHashMap<>();

    /**
     * A day as it went.
     *
     * @param visits ascending by the end of the visit
     * @param ratings ascending by time
     */
    record Day(List<Visit> visits, List<Rating> ratings) {}

    Simulator(long seed, LocalDate firstDay) {
        this.seed = seed;
        this.trend = new Trend(firstDay);
    }

    /** Returns what, besides the seed and the first day, a history depends on: see {@link Installation}. */
    static String model(List<Authority> authorities) {
        return MODEL + "-" + Tokens.sha256(authorities.toString()).substring(0, 16);
    }

    Day play(Authority authority, Office office, LocalDate date) {
        Chance chance = Chance.of(seed, office.id() + "/" + date);
        List<Visit> visits = new ArrayList<>();
        List<Rating> ratings = new ArrayList<>();
        Hours open = office.openingHours().on(date);
        if (open != null) {
            double busyness = Trend.season(date) * chance.logNormal(1, DAYS_DIFFER_SIGMA);
            double gain = authority.pilotRole() == PilotRole.PILOT ? trend.pilotGain(date) : 0;
            for (Area area : office.areas()) {
                List<Visitor> visitors = visitors(office, area, date, busyness, gain, chance.split());
                List<Visit> served = WaitingRoom.serve(visitors, staffed(office, area, open, date, chance.split()));
                visits.addAll(served);
                ratings.addAll(ratings(office, area, served, gain, chance.split()));
            }
        }
        visits.sort(Comparator.comparing(Visit::finishedAt));
        ratings.sort(Comparator.comparing(Rating::ratedAt));
        return new Day(visits, ratings);
    }

    private List<Visitor> visitors(
            Office office, Area area, LocalDate date, double busyness, double gain, Chance chance) {
        double serviceSeconds = 60 * area.serviceMinutes() * (1 - PILOT_FASTER * gain);
        List<Visitor> visitors = new ArrayList<>();
        for (long arrivedAt : demand(office).arrivals(area, date, busyness, chance)) {
            long service = (long) chance.logNormal(serviceSeconds, SERVICE_SIGMA);
            visitors.add(new Visitor(
                    arrivedAt,
                    chance.happens(WITH_APPOINTMENT),
                    Math.min(Math.max(service, SHORTEST_SERVICE_SECONDS), LONGEST_SERVICE_SECONDS)));
        }
        return visitors;
    }

    private Demand demand(Office office) {
        return demands.computeIfAbsent(office.id(), id -> new Demand(office));
    }

    private static List<Span> staffed(Office office, Area area, Hours open, LocalDate date, Chance chance) {
        Hours fully = office.staffingHours().on(date);
        int always = open.equals(fully) ? area.desks() : Math.max(1, area.desks() / 3);
        List<Span> desks = new ArrayList<>();
        for (int desk = 0; desk < area.desks(); desk++) {
            Hours hours = desk < always ? open : fully;
            boolean unstaffed = desk > 0 && chance.happens(DESK_UNSTAFFED);
            if (hours != null && !unstaffed) {
                desks.add(Span.of(hours, date, Office.ZONE));
            }
        }
        return desks;
    }

    private static List<Rating> ratings(Office office, Area area, List<Visit> served, double gain, Chance chance) {
        double contentment = Opinion.contentment(office.satisfaction()) + PILOT_GAIN * gain;
        List<Rating> ratings = new ArrayList<>();
        for (Visit visit : served) {
            if (chance.happens(area.participation())) {
                String language = chance.pick(LANGUAGES);
                long afterwards = 15 + (long) Math.min(chance.exponential(40), 240);
                ratings.add(new Rating(
                        area.deviceId(),
                        area.id(),
                        visit.finishedAt().plusSeconds(afterwards),
                        language,
                        Opinion.answers(contentment, visit.waited(), language, chance)));
            }
        }
        return ratings;
    }
}
