package de.visitenkarte.api.registry;

import de.visitenkarte.api.registry.RegistryFile.AreaEntry;
import de.visitenkarte.api.registry.RegistryFile.AuthorityEntry;
import de.visitenkarte.api.registry.RegistryFile.DeviceEntry;
import de.visitenkarte.api.registry.RegistryFile.IntegrationEntry;
import de.visitenkarte.api.registry.RegistryFile.OfficeEntry;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a {@link RegistryFile} to the database: adds and changes, removes nothing. */
public final class RegistryImport {

    private final RegistryUpserts dao;

    private RegistryImport(RegistryUpserts dao) {
        this.dao = dao;
    }

    /**
     * Writes the file in the transaction of the DAO.
     *
     * @return whether an office changed its authority or an authority its part in the pilot, so that sums over them are
     *     no longer right
     */
    public static boolean write(RegistryFile file, RegistryUpserts dao) {
        List<String> before = dao.listMembership();
        new RegistryImport(dao).write(file);
        List<String> after = dao.listMembership();
        return !after.containsAll(before);
    }

    private void write(RegistryFile file) {
        for (AuthorityEntry authority : file.authorities()) {
            dao.upsertAuthority(authority, file.simulated());
            authority.offices().forEach(office -> write(authority, office));
            for (IntegrationEntry integration : orNone(authority.integrations())) {
                dao.upsertIntegration(integration.id(), authority.id(), bytes(integration.tokenSha256()));
            }
        }
    }

    private void write(AuthorityEntry authority, OfficeEntry office) {
        dao.upsertOffice(office, authority.id());
        for (AreaEntry area : office.areas()) {
            dao.upsertArea(area, office.id());
            for (DeviceEntry device : orNone(area.devices())) {
                dao.upsertDevice(device.id(), area.id(), bytes(device.tokenSha256()));
            }
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> entries) {
        return entries == null ? List.of() : entries;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
