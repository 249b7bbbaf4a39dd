package de.visitenkarte.api.device;

import static de.visitenkarte.api.examples.RegistryBuilder.anAuthority;

import de.visitenkarte.api.PostgresForTests;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.database.Database;
import de.visitenkarte.api.examples.MovableClock;
import de.visitenkarte.api.registry.Device;
import de.visitenkarte.api.registry.RegistryDao;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.api.staff.Role;
import de.visitenkarte.api.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/** Two authorities with an office and an area each, on a database of their own, and one instance of the api. */
final class DeviceTestbed {

    static final Staff MANAGER = manager("leitung", "musterstadt");
    static final Staff STRANGER = manager("andere", "beispielheim");
    static final String AREA = "mitte-area";
    static final TabletName NAME = new TabletName("Ausgang links");

    final MovableClock clock = new MovableClock();
    final Jdbi jdbi = Database.jdbi(PostgresForTests.newMigratedDatabase());
    final RegistryDirectory directory = new RegistryDirectory(jdbi.onDemand(RegistryDao.class), clock);
    final Sightings sightings = new Sightings(jdbi, clock);
    final Configurations configurations;
    final Tablets tablets;
    final Pairings pairings;
    final Renewal renewal;
    final Tokens tokens;

    DeviceTestbed() {
        anAuthority("musterstadt").with("mitte").insert(jdbi);
        anAuthority("beispielheim").with("heim").insert(jdbi);
        // Seeded, so that a failure can be repeated; the product has a secure one.
        RandomGenerator random = new Random(8628);
        AuditLog audit = new AuditLog(jdbi, clock);
        Rotation rotation = new Rotation(Duration.ofDays(90), clock);
        tokens = new Tokens(jdbi, audit, directory::refresh, clock, random);
        pairings = new Pairings(jdbi, tokens, directory::refresh, clock, random);
        tablets = new Tablets(jdbi, audit, rotation, directory::refresh, clock, random);
        configurations = new Configurations(directory, DeviceSettings.DEFAULT, rotation);
        renewal = new Renewal(configurations, tokens, clock);
        directory.refresh();
    }

    static Staff manager(String account, String authorityId) {
        return new Staff(account, account, Role.MANAGER, authorityId);
    }

    /** A tablet from the first question to its token. */
    Secret paired() {
        Pairings.Started started = pairings.start("source");
        tablets.confirm(MANAGER, started.userCode().text(), AREA, NAME);
        return tokenOf(started);
    }

    Secret tokenOf(Pairings.Started started) {
        return ((Pairings.Answer.Paired) pairings.poll(started.deviceCode().text())).token();
    }

    /** Returns whom this instance takes the sender of a token for, as a request would, and notices it. */
    Optional<Device> request(Secret token) {
        Optional<Device> device = find(token);
        device.ifPresent(found -> sightings.used(found.standing()));
        sightings.run();
        directory.refresh();
        return device;
    }

    private Optional<Device> find(Secret token) {
        try {
            return directory.deviceAuthenticator().authenticate(token.text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration time) {
        clock.pass(time);
        directory.refresh();
    }

    List<String> list(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
