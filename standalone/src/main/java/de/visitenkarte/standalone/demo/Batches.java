package de.visitenkarte.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Packs the events of a window into as few requests as the limits of the API allow. */
final class Batches {

    private Batches() {}

    /**
     * Returns the requests by authority. Those of one authority must be sent one after another: this keeps the order of
     * numbers per device and per integration.
     *
     * @param days ascending, each office once per day
     */
    static Map<String, List<Batch>> byAuthority(List<OfficeDay> days, Window window) {
        Map<String, Map<String, List<Numbered<Visit>>>> visits = new LinkedHashMap<>();
        Map<String, Map<String, List<Numbered<Rating>>>> ratings = new LinkedHashMap<>();
        Map<String, Authority> authorities = new LinkedHashMap<>();
        for (OfficeDay day : days) {
            String authority = day.authority().id();
            authorities.put(authority, day.authority());
            day.visits().stream()
                    .filter(visit -> window.contains(visit.event()))
                    .forEach(visit -> add(visits, authority, day.office().id(), visit));
            day.ratings().stream()
                    .filter(rating -> window.contains(rating.event()))
                    .forEach(rating -> add(ratings, authority, rating.event().deviceId(), rating));
        }
        Map<String, List<Batch>> batches = new LinkedHashMap<>();
        authorities.forEach((id, authority) -> {
            List<Batch> ofAuthority = new ArrayList<>();
            visits.getOrDefault(id, Map.of())
                    .forEach((office, events) -> ofAuthority.addAll(split(
                            events,
                            Batch.Kind.VISITS,
                            part -> Batch.ofVisits(authority.integrationId(), office, part))));
            ratings.getOrDefault(id, Map.of())
                    .forEach((device, events) -> ofAuthority.addAll(
                            split(events, Batch.Kind.RATINGS, part -> Batch.ofRatings(device, part))));
            batches.put(id, ofAuthority);
        });
        return batches;
    }

    private static <T> void add(
            Map<String, Map<String, List<Numbered<T>>>> events, String authority, String sender, Numbered<T> event) {
        events.computeIfAbsent(authority, id -> new LinkedHashMap<>())
                .computeIfAbsent(sender, id -> new ArrayList<>())
                .add(event);
    }

    private static <T> List<Batch> split(
            List<Numbered<T>> events, Batch.Kind kind, Function<List<Numbered<T>>, Batch> pack) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); from += kind.limit()) {
            batches.add(pack.apply(events.subList(from, Math.min(from + kind.limit(), events.size()))));
        }
        return batches;
    }
}
