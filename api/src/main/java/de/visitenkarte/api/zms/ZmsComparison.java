package de.visitenkarte.api.zms;

import com.fasterxml.jackson.databind.JsonNode;
import de.visitenkarte.api.registry.Integration;
import de.visitenkarte.api.zms.ZmsDao.Comparison;
import de.visitenkarte.api.zms.ZmsDao.DayMean;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the mean waits of yesterday beside those that ZMS computed in the night, once for each office and day. If they are
 * far apart, visits are missing somewhere. Nothing is computed from the means of ZMS (ADR 14).
 */
public final class ZmsComparison {

    private static final Logger LOG = LoggerFactory.getLogger(ZmsComparison.class);

    private final ZmsSettings settings;
    private final ZmsClient client;
    private final Supplier<Optional<Integration>> integration;
    private final Jdbi jdbi;
    private final Clock clock;
    private final ZmsMeters meters;

    public ZmsComparison(
            ZmsSettings settings,
            ZmsClient client,
            Supplier<Optional<Integration>> integration,
            Jdbi jdbi,
            Clock clock,
            ZmsMeters meters) {
        this.settings = settings;
        this.client = client;
        this.integration = integration;
        this.jdbi = jdbi;
        this.clock = clock;
        this.meters = meters;
    }

    /** Compares yesterday for each office for which that has not been done; an office that ZMS says nothing about waits. */
    public void run() throws InterruptedException {
        Integration source = integration.get().orElse(null);
        if (source == null) {
            return;
        }
        Set<String> offices = new TreeSet<>();
        settings.scopes().forEach(scope -> offices.add(scope.office()));
        for (String officeId : offices) {
            ZoneId zone = source.zones().get(officeId);
            if (zone != null) {
                compare(officeId, zone);
            }
        }
    }

    private void compare(String officeId, ZoneId zone) throws InterruptedException {
        LocalDate day = clock.instant().atZone(zone).toLocalDate().minusDays(1);
        if (jdbi.withExtension(ZmsDao.class, dao -> dao.isCompared(officeId, day))) {
            return;
        }
        try {
            List<DayMean> theirs = theirs(officeId, day);
            if (theirs.stream().anyMatch(mean -> mean.visits() > 0)) {
                keep(officeId, day, zone, theirs);
            }
        } catch (ZmsFault fault) {
            meters.count(fault.kind().label());
            LOG.info("The warehouse of ZMS could not be read for {}: {}", officeId, fault.getMessage());
        }
    }

    /** Adds up the scopes of an office, weighted by visits. */
    private List<DayMean> theirs(String officeId, LocalDate day) throws ZmsFault, InterruptedException {
        List<DayMean> means = new ArrayList<>();
        for (ZmsSettings.Scope scope : settings.scopes()) {
            if (scope.office().equals(officeId)) {
                Optional<JsonNode> report = client.waits(scope.scope(), day);
                if (report.isPresent()) {
                    means.addAll(WaitingReport.means(report.get(), day));
                }
            }
        }
        return List.of(sum(means, false), sum(means, true));
    }

    private static DayMean sum(List<DayMean> means, boolean withAppointment) {
        long visits = 0;
        double minutes = 0;
        for (DayMean mean : means) {
            Double each = mean.meanMinutes();
            if (mean.withAppointment() == withAppointment && each != null) {
                visits += mean.visits();
                minutes += mean.visits() * each;
            }
        }
        return visits == 0 ? DayMean.none(withAppointment) : new DayMean(withAppointment, visits, minutes / visits);
    }

    private void keep(String officeId, LocalDate day, ZoneId zone, List<DayMean> theirs) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<DayMean> ours = jdbi.withExtension(ZmsDao.class, dao -> dao.listOwnMeans(officeId, from, to));
        List<Comparison> comparisons = Stream.of(false, true)
                .map(withAppointment -> compare(
                        officeId, day, sum(ours, withAppointment), sum(theirs, withAppointment), clock.instant()))
                .toList();
        jdbi.useExtension(ZmsDao.class, dao -> dao.insertComparisons(comparisons));
        comparisons.stream()
                .mapToDouble(each -> difference(each.ownMeanMinutes(), each.zmsMeanMinutes()))
                .filter(Double::isFinite)
                .max()
                .ifPresent(meters::difference);
    }

    private static Comparison compare(String officeId, LocalDate day, DayMean ours, DayMean theirs, Instant now) {
        return new Comparison(
                officeId,
                day,
                ours.withAppointment(),
                ours.visits(),
                ours.meanMinutes(),
                theirs.visits(),
                theirs.meanMinutes(),
                now);
    }

    private static double difference(@Nullable Double ours, @Nullable Double theirs) {
        return ours == null || theirs == null ? Double.NaN : Math.abs(ours - theirs);
    }
}
