package de.visitenkarte.api.release;

import de.visitenkarte.api.gate.ReleasePolicy;
import de.visitenkarte.api.release.ReleasedFigure.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes what people see from now on. What they saw before stays on record. */
final class FigureWriter {

    private final ReleaseDao dao;
    private final ReleasePolicy policy;
    private final Instant now;

    FigureWriter(ReleaseDao dao, ReleasePolicy policy, Instant now) {
        this.dao = dao;
        this.policy = policy;
        this.now = now;
    }

    void write(Collection<FigureKey> figures, Map<FigureKey, long[]> totals) {
        List<ReleasedFigure.OfRatings> ratings = new ArrayList<>();
        List<ReleasedFigure.OfWaits> waits = new ArrayList<>();
        List<ReleasedFigure.OfLeads> leads = new ArrayList<>();
        for (FigureKey key : figures) {
            long[] numbers = Objects.requireNonNull(totals.get(key), "every figure has a sum");
            switch (key.kind()) {
                case RATING -> ratings.add(ReleasedFigure.ofRatings(key, numbers, policy, now));
                case WAIT -> waits.add(ReleasedFigure.ofWaits(key, numbers, policy, now));
                case LEAD -> leads.add(ReleasedFigure.ofLeads(key, numbers, policy, now));
            }
        }
        if (!ratings.isEmpty()) {
            dao.supersedeRatings(ids(ratings.stream().map(ReleasedFigure.OfRatings::head)), now);
            dao.insertRatings(ratings);
        }
        if (!waits.isEmpty()) {
            dao.supersedeWaits(ids(waits.stream().map(ReleasedFigure.OfWaits::head)), now);
            dao.insertWaits(waits);
        }
        if (!leads.isEmpty()) {
            dao.supersedeLeads(ids(leads.stream().map(ReleasedFigure.OfLeads::head)), now);
            dao.insertLeads(leads);
        }
    }

    private static String[] ids(Stream<Head> heads) {
        return heads.map(Head::figureId).toArray(String[]::new);
    }
}
