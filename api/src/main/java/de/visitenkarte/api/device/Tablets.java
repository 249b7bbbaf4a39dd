package de.visitenkarte.api.device;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.staff.Staff;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What a manager does with the tablets of the own authority. A tablet or an area of another authority is answered like one
 * that does not exist: with {@link NotFoundException}; whoever is no manager gets a {@link ForbiddenException}.
 */
public final class Tablets {

    /** So long a revoked tablet stays on the list. */
    private static final Duration REVOKED_LISTED = Duration.ofDays(30);

    /** So many unknown codes an account may type in that time. */
    private static final int GUESSES = 10;

    private static final Duration GUESS_PERIOD = Duration.ofMinutes(10);

    private static final String ID_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 12;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Rotation rotation;
    private final Runnable afterChange;
    private final Clock clock;
    private final RandomGenerator random;
    private final Limits guesses;

    /**
     * @param afterChange makes this instance read the registry anew, so that it does not take ten seconds
     * @param random must not be predictable
     */
    public Tablets(
            Jdbi jdbi, AuditLog audit, Rotation rotation, Runnable afterChange, Clock clock, RandomGenerator random) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.rotation = rotation;
        this.afterChange = afterChange;
        this.clock = clock;
        this.random = random;
        this.guesses = Limits.of(GUESSES, GUESS_PERIOD, clock);
    }

    /** Lists the tablets in use and those revoked in the last 30 days, by office, area and name. */
    public List<Tablet> list(Staff manager) {
        Instant now = clock.instant();
        TabletDao dao = jdbi.onDemand(TabletDao.class);
        Map<String, Long> visits = dao.mapVisitsOfToday(now);
        return dao.listTablets(authorityOf(manager), now.minus(REVOKED_LISTED)).stream()
                .map(row -> row.tablet(
                        rotation.isDue(row.tokenIssuedAt(), row.rotationAskedAt()),
                        Alarms.of(row, visits.getOrDefault(row.officeId(), 0L), now)))
                .toList();
    }

    /** Lists the areas in which a tablet can be put, by office and area. */
    public List<AreaChoice> listAreas(Staff manager) {
        return jdbi.onDemand(TabletDao.class).listAreas(authorityOf(manager));
    }

    /**
     * Pairs the tablet that shows a code.
     *
     * @param typedCode as the manager typed it; capitals, blanks and hyphens make no difference
     * @param areaId one of {@link #listAreas}
     */
    public Confirmation confirm(Staff manager, String typedCode, String areaId, TabletName name) {
        Duration wait = guesses.waitOf(manager.accountId());
        if (!wait.isZero()) {
            return new Confirmation.TooManyTries(wait);
        }
        if (!jdbi.onDemand(TabletDao.class).isAreaOf(areaId, authorityOf(manager))) {
            throw new NotFoundException();
        }
        Confirmation confirmation = UserCode.find(typedCode)
                .flatMap(code -> pair(manager, code, areaId, name))
                .<Confirmation>map(Confirmation.Paired::new)
                .orElseGet(Confirmation.UnknownCode::new);
        return noted(manager, confirmation);
    }

    /** Returns the id of the new tablet; empty if none waits with this code. */
    private Optional<String> pair(Staff manager, UserCode code, String areaId, TabletName name) {
        String id = newId();
        return jdbi.inTransaction(handle -> {
            Instant now = clock.instant();
            handle.attach(TabletDao.class).insertDevice(id, areaId, name.text(), now);
            if (handle.attach(PairingDao.class).confirm(code.text(), id, now) == 0) {
                handle.rollback();
                return Optional.empty();
            }
            append(handle, manager, AuditAction.TABLET_PAIRED, id, Map.of("area", areaId, "name", name.text()));
            return Optional.of(id);
        });
    }

    /** Refuses the tablet that shows a code, which the manager did not expect. */
    public Confirmation deny(Staff manager, String typedCode) {
        Duration wait = guesses.waitOf(manager.accountId());
        if (!wait.isZero()) {
            return new Confirmation.TooManyTries(wait);
        }
        authorityOf(manager);
        boolean denied = UserCode.find(typedCode)
                .map(code -> jdbi.onDemand(PairingDao.class).deny(code.text(), clock.instant()) > 0)
                .orElse(false);
        return noted(manager, denied ? new Confirmation.Denied() : new Confirmation.UnknownCode());
    }

    private Confirmation noted(Staff manager, Confirmation confirmation) {
        if (confirmation instanceof Confirmation.UnknownCode) {
            guesses.takeIfAny(manager.accountId());
        }
        return confirmation;
    }

    /** Gives a tablet another name. */
    public void rename(Staff manager, String tabletId, TabletName name) {
        change(
                manager,
                tabletId,
                AuditAction.TABLET_RENAMED,
                Map.of("name", name.text()),
                dao -> dao.rename(tabletId, name.text()));
    }

    /**
     * Takes a tablet out of use for good. What it sends from now on goes to the quarantine. Revoking it again changes
     * nothing.
     */
    public void revoke(Staff manager, String tabletId) {
        change(manager, tabletId, AuditAction.TABLET_REVOKED, Map.of(), dao -> dao.revoke(tabletId, clock.instant()));
        afterChange.run();
    }

    /** Asks a tablet to fetch a new token; it does with its next report. Its old one ends a day after that. */
    public void rotate(Staff manager, String tabletId) {
        change(
                manager,
                tabletId,
                AuditAction.TABLET_TOKEN_ASKED,
                Map.of(),
                dao -> dao.askForRotation(tabletId, clock.instant()));
        afterChange.run();
    }

    /** A revoked tablet does not change any more. */
    private void change(
            Staff manager,
            String tabletId,
            AuditAction action,
            Map<String, String> details,
            Consumer<TabletDao> change) {
        String authorityId = authorityOf(manager);
        jdbi.useTransaction(handle -> {
            TabletDao dao = handle.attach(TabletDao.class);
            TabletDao.Standing before = dao.lockTablet(tabletId, authorityId).orElseThrow(NotFoundException::new);
            if (before.revokedAt() == null) {
                change.accept(dao);
                append(handle, manager, action, tabletId, details);
            }
        });
    }

    private void append(
            Handle handle, Staff manager, AuditAction action, String tabletId, Map<String, String> details) {
        audit.append(handle, new AuditEvent(manager.accountId(), action, authorityOf(manager), tabletId, details));
    }

    private String newId() {
        StringBuilder id = new StringBuilder("tablet-");
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }

    private static String authorityOf(Staff manager) {
        if (manager.authorityId() == null) {
            throw new ForbiddenException();
        }
        return manager.authorityId();
    }
}
