package de.visitenkarte.api.registry;

import de.visitenkarte.api.problem.UnavailableException;
import io.dropwizard.auth.Authenticator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the latest {@link Registry} and answers who a token belongs to, without asking the database. */
public final class RegistryDirectory {

    private final RegistryDao dao;
    private volatile @Nullable Registry registry;

    public RegistryDirectory(RegistryDao dao) {
        this.dao = dao;
    }

    /** Reads the registry anew. */
    public void refresh() {
        Map<String, Device> devices = dao.listDevices().stream()
                .collect(Collectors.toMap(RegistryDao.DeviceRow::tokenHash, RegistryDao.DeviceRow::device));
        Map<String, Integration> integrations = dao.listIntegrations().stream()
                .collect(Collectors.toMap(
                        RegistryDao.IntegrationRow::tokenHash, RegistryDao.IntegrationRow::integration));
        List<Instrument> instruments = dao.listQuestions().stream()
                .collect(Collectors.groupingBy(RegistryDao.QuestionRow::instrumentVersion))
                .values()
                .stream()
                .map(RegistryDirectory::instrument)
                .toList();
        registry = new Registry(devices, integrations, instruments, dao.getCellsFrom());
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

    /** Returns whether the registry has been read. */
    public boolean isLoaded() {
        return registry != null;
    }

    /** Returns who recognises devices by their token. */
    public Authenticator<String, Device> deviceAuthenticator() {
        return token -> current().findDevice(TokenHash.of(token));
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
