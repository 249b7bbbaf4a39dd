package de.visitenkarte.api.registry;

import de.visitenkarte.api.problem.UnavailableException;
import io.dropwizard.auth.Authenticator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the latest {@link Registry} and answers who a token belongs to, without asking the database. */
public final class RegistryDirectory {

    /** A copy that is older may have missed a revocation for longer than was promised. */
    private static final Duration TRUSTED = Duration.ofSeconds(60);

    private final RegistryDao dao;
    private final Clock clock;
    private volatile @Nullable Registry registry;

    public RegistryDirectory(RegistryDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /** Reads the registry anew. One after the other: what was read first must not take the place of what was read last. */
    public synchronized void refresh() {
        Instant asOf = clock.instant();
        Map<String, Device> devices = dao.listDevices(asOf).stream()
                .collect(Collectors.toMap(device -> device.standing().tokenHash(), Function.identity()));
        Map<String, Integration> integrations = dao.listIntegrations().stream()
                .collect(Collectors.toMap(
                        RegistryDao.IntegrationRow::tokenHash, RegistryDao.IntegrationRow::integration));
        List<Instrument> instruments = dao.listQuestions().stream()
                .collect(Collectors.groupingBy(RegistryDao.QuestionRow::instrumentVersion))
                .values()
                .stream()
                .map(RegistryDirectory::instrument)
                .toList();
        registry = new Registry(asOf, devices, integrations, instruments, dao.getCellsFrom());
    }

    /**
     * Returns the latest copy.
     *
     * @throws UnavailableException if the registry could not be read since this process started
     */
    public Registry current() {
        Registry current = registry;
        if (current == null) {
            throw new UnavailableException("The registry has not been read yet.");
        }
        return current;
    }

    /** Returns how old the latest copy is. */
    public Duration age() {
        return Duration.between(current().asOf(), clock.instant());
    }

    /** Returns whether the latest copy is young enough to know which devices are in use. */
    public boolean isUpToDate() {
        return age().compareTo(TRUSTED) <= 0;
    }

    /** Returns whether the registry has been read. */
    public boolean isLoaded() {
        return registry != null;
    }

    /** Returns who recognises devices by a token that has not ended; revoked ones too. */
    public Authenticator<String, Device> deviceAuthenticator() {
        return token -> current()
                .findDevice(TokenHash.of(token))
                .filter(device -> !device.standing().isOver(clock.instant()));
    }

    /** Returns who recognises queue systems by their token. */
    public Authenticator<String, Integration> integrationAuthenticator() {
        return token -> current().findIntegration(TokenHash.of(token));
    }

    private static Instrument instrument(List<RegistryDao.QuestionRow> rows) {
        RegistryDao.QuestionRow first = rows.get(0);
        return new Instrument(
                first.instrumentVersion(),
                first.publishedAt(),
                rows.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                RegistryDao.QuestionRow::questionId, RegistryDao.QuestionRow::highestValue)));
    }
}
