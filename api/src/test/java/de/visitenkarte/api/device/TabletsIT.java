package de.visitenkarte.api.device;

import static de.visitenkarte.api.device.DeviceTestbed.MANAGER;
import static de.visitenkarte.api.device.DeviceTestbed.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.visitenkarte.api.registry.Device;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a manager sees of the tablets and does with them. */
class TabletsIT {

    private final DeviceTestbed bed = new DeviceTestbed();
    private final Secret token = bed.paired();
    private final Device device = bed.request(token).orElseThrow();
    private final Heartbeats heartbeats = new Heartbeats(bed.jdbi, bed.clock);

    @Test
    void listsTheOwnTabletsAndNoOthers() {
        assertThat(bed.tablets.list(MANAGER)).singleElement().satisfies(tablet -> {
            assertThat(tablet.name()).isEqualTo("Ausgang links");
            assertThat(tablet.officeName()).isEqualTo("Mitte");
            assertThat(tablet.areaName()).isEqualTo("Aufenthalt");
            assertThat(tablet.pairedAt()).isEqualTo(bed.clock.instant());
            assertThat(tablet.lastReport()).isNull();
            assertThat(tablet.alarms()).isEmpty();
        });
        assertThat(bed.tablets.list(STRANGER)).isEmpty();
    }

    @Test
    void anotherAuthoritysTabletIsAsUnknownAsOneThatDoesNotExist() {
        for (String id : List.of(device.id(), "tablet-of-nobody")) {
            assertThatThrownBy(() -> bed.tablets.rename(STRANGER, id, new TabletName("Meins")))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> bed.tablets.revoke(STRANGER, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> bed.tablets.rotate(STRANGER, id)).isInstanceOf(NotFoundException.class);
        }
        assertThat(bed.tablets.list(MANAGER)).singleElement().satisfies(tablet -> {
            assertThat(tablet.name()).isEqualTo("Ausgang links");
            assertThat(tablet.revokedAt()).isNull();
        });
    }

    @Test
    void everythingIsWrittenDownInTheAuditLog() {
        bed.tablets.rename(MANAGER, device.id(), new TabletName("Ausgang rechts"));
        bed.pass(Duration.ofSeconds(1));
        bed.tablets.rotate(MANAGER, device.id());
        bed.pass(Duration.ofSeconds(1));
        assertThat(bed.renewal.tokenFor(bed.request(token).orElseThrow())).isPresent();
        bed.tablets.revoke(MANAGER, device.id());
        bed.tablets.revoke(MANAGER, device.id());

        assertThat(bed.list(
                        "SELECT concat_ws(' ', actor, action, authority_id, details) FROM audit.entry ORDER BY number"))
                .containsExactly(
                        "leitung tablet-paired musterstadt {\"area\": \"mitte-area\", \"name\": \"Ausgang links\"}",
                        "leitung tablet-renamed musterstadt {\"name\": \"Ausgang rechts\"}",
                        "leitung tablet-token-asked musterstadt {}",
                        device.id() + " tablet-token-issued musterstadt {}",
                        "leitung tablet-revoked musterstadt {}");
    }

    @Test
    void revokedTabletStaysOnTheListForThirtyDaysAndDoesNotChangeAnyMore() {
        bed.tablets.revoke(MANAGER, device.id());
        bed.tablets.rename(MANAGER, device.id(), new TabletName("Wieder da"));

        assertThat(bed.tablets.list(MANAGER)).singleElement().satisfies(tablet -> {
            assertThat(tablet.revokedAt()).isEqualTo(bed.clock.instant());
            assertThat(tablet.name()).isEqualTo("Ausgang links");
        });
        bed.pass(Duration.ofDays(31));
        assertThat(bed.tablets.list(MANAGER)).isEmpty();
    }

    @Test
    void showsTheLastReportWithoutAnExactNumberOfRatings() {
        heartbeats.take(device, report(3, 0, null));
        bed.pass(Duration.ofMinutes(5));
        heartbeats.take(device, report(17, 2, true));

        assertThat(bed.tablets.list(MANAGER))
                .extracting(Tablet::lastReport)
                .containsExactly(new Tablet.Report(
                        bed.clock.instant(),
                        "1.0",
                        1,
                        100,
                        2,
                        0,
                        true,
                        80,
                        false,
                        Duration.ofSeconds(-30).toSeconds()));
    }

    @Test
    void keepsNoReportOfARevokedTablet() {
        bed.tablets.revoke(MANAGER, device.id());
        heartbeats.take(bed.request(token).orElseThrow(), report(3, 0, null));

        assertThat(bed.list("SELECT device_id FROM device.heartbeat")).isEmpty();
    }

    @Test
    void watchWritesAlarmsDownWithTheirBeginningAndCountsThem() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        DeviceWatch watch = new DeviceWatch(bed.jdbi, bed.clock, meters);
        heartbeats.take(device, report(3, 30, false));
        watch.run();
        Instant since = bed.clock.instant();
        bed.pass(Duration.ofMinutes(16));
        watch.run();

        assertThat(bed.list("SELECT kind FROM device.alarm ORDER BY kind"))
                .containsExactly("old-queue", "silent", "storage-not-persisted");
        assertThat(bed.list(
                        "SELECT array_to_string(alarms, ' ') FROM device.health WHERE authority_id = 'musterstadt'"))
                .containsExactly("old-queue silent storage-not-persisted");
        Instant sinceOfOldQueue = bed.jdbi.withHandle(
                handle -> handle.createQuery("SELECT since FROM device.alarm WHERE kind = 'old-queue'")
                        .mapTo(Instant.class)
                        .one());
        assertThat(sinceOfOldQueue).isEqualTo(since);
        assertThat(meters.get("devices.alarm").tag("kind", "silent").gauge().value())
                .isEqualTo(1);

        heartbeats.take(device, report(0, 0, true));
        watch.run();
        assertThat(bed.list("SELECT kind FROM device.alarm")).isEmpty();
        assertThat(meters.get("devices.alarm").tag("kind", "silent").gauge().value())
                .isZero();
    }

    @Test
    void missesRatingsWhereVisitsAre() {
        bed.pass(Duration.ofDays(1));
        visits(49);
        heartbeats.take(device, report(0, 0, true));
        assertThat(alarms()).isEmpty();

        visits(50);
        assertThat(alarms()).containsExactly(Alarm.VISITS_WITHOUT_RATINGS);

        bed.sightings.rated(device);
        bed.sightings.run();
        assertThat(alarms()).isEmpty();
    }

    private Iterable<Alarm> alarms() {
        return bed.tablets.list(MANAGER).get(0).alarms();
    }

    private void visits(int count) {
        bed.jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO cell.wait_cell (office_id, bucket_start, with_appointment, visits, wait_seconds_sum, histogram)
                        VALUES ('mitte', :bucket, true, :count, 0, '{}')
                        ON CONFLICT (office_id, bucket_start, with_appointment) DO UPDATE SET visits = excluded.visits
                        """)
                .bind("bucket", Instant.parse("2026-11-24T08:00:00Z"))
                .bind("count", count)
                .execute());
    }

    private Heartbeat report(int queueDepth, int oldestHours, @Nullable Boolean persisted) {
        return new Heartbeat(
                "1.0",
                1,
                queueDepth,
                oldestHours,
                0,
                persisted,
                80,
                false,
                bed.clock.instant().minusSeconds(30));
    }
}
