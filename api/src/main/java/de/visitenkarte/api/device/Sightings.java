package de.visitenkarte.api.device;

import de.visitenkarte.api.registry.Device;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;

/**
 * What is noticed about devices while they are served, and written down later: which token was used for the first time, and
 * on which day something came. No request waits for the database. What a crash forgets is noticed again with the next request.
 */
public final class Sightings {

    /** How long a token is good after its successor was first used. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Set<String> usedTokens = ConcurrentHashMap.newKeySet();
    private final Map<String, LocalDate> ratedOn = new ConcurrentHashMap<>();
    private final Map<String, LocalDate> unwritten = new ConcurrentHashMap<>();

    public Sightings(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void used(Device.Standing standing) {
        if (!standing.tokenUsed()) {
            usedTokens.add(standing.tokenHash());
        }
    }

    void rated(Device device) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(device.timeZone()));
        if (!today.equals(ratedOn.get(device.id()))) {
            ratedOn.put(device.id(), today);
            unwritten.put(device.id(), today);
        }
    }

    /** Writes down what was noticed since the last time. If that fails, it is tried again the next time. */
    public void run() {
        writeUses();
        for (Map.Entry<String, LocalDate> rated : Map.copyOf(unwritten).entrySet()) {
            jdbi.useExtension(TokenDao.class, dao -> dao.noteRatingDay(rated.getKey(), rated.getValue()));
            unwritten.remove(rated.getKey(), rated.getValue());
        }
    }

    private void writeUses() {
        List<String> uses = List.copyOf(usedTokens);
        if (uses.isEmpty()) {
            return;
        }
        String[] hashes = uses.toArray(String[]::new);
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            TokenDao dao = handle.attach(TokenDao.class);
            dao.noteFirstUse(hashes, now);
            dao.endPredecessors(hashes, now, now.plus(OVERLAP));
        });
        uses.forEach(usedTokens::remove);
    }
}
