package de.visitenkarte.api.device;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks at all tablets in use and writes down what is wrong with which. Every instance does; they come to the same result. No
 * health check: nothing here would be mended by a restart of this application.
 */
public final class DeviceWatch {

    /** Later than any revocation: none of those revoked is looked at. */
    private static final Instant NONE_REVOKED = Instant.parse("9999-01-01T00:00:00Z");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<Alarm, AtomicLong> counts = new EnumMap<>(Alarm.class);

    public DeviceWatch(Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.clock = clock;
        for (Alarm alarm : Alarm.values()) {
            AtomicLong count = new AtomicLong();
            counts.put(alarm, count);
            Gauge.builder("devices.alarm", count, AtomicLong::doubleValue)
                    .description("Tablets with something wrong, by what it is")
                    .baseUnit("tablets")
                    .tag("kind", alarm.code())
                    .register(meters);
        }
    }

    private record Found(String deviceId, Alarm alarm) {}

    /** Looks once. */
    public void run() {
        Instant now = clock.instant();
        List<Found> found = jdbi.withExtension(TabletDao.class, dao -> {
            Map<String, Long> visits = dao.mapVisitsOfToday(now);
            return dao.listTablets(null, NONE_REVOKED).stream()
                    .flatMap(row -> Alarms.of(row, visits.getOrDefault(row.officeId(), 0L), now).stream()
                            .map(alarm -> new Found(row.id(), alarm)))
                    .toList();
        });
        String[] deviceIds = found.stream().map(Found::deviceId).toArray(String[]::new);
        String[] kinds = found.stream().map(each -> each.alarm().code()).toArray(String[]::new);
        jdbi.useTransaction(handle -> {
            HeartbeatDao dao = handle.attach(HeartbeatDao.class);
            dao.deleteOtherAlarms(deviceIds, kinds);
            dao.insertAlarms(deviceIds, kinds, now);
        });
        counts.forEach((alarm, count) ->
                count.set(found.stream().filter(each -> each.alarm() == alarm).count()));
    }
}
