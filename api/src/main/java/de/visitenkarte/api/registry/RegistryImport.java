package de.visitenkarte.api.registry;

import de.visitenkarte.api.registry.RegistryFile.AreaEntry;
import de.visitenkarte.api.registry.RegistryFile.AuthorityEntry;
import de.visitenkarte.api.registry.RegistryFile.DeviceEntry;
import de.visitenkarte.api.registry.RegistryFile.IntegrationEntry;
import de.visitenkarte.api.registry.RegistryFile.OfficeEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
     * @throws IllegalArgumentException if a device or an area would come into another office; then nothing is written
     */
    public static boolean write(RegistryFile file, RegistryUpserts dao) {
        refuseMoves(file, dao);
        List<String> before = dao.listMembership();
        new RegistryImport(dao).write(file);
        List<String> after = dao.listMembership();
        return !after.containsAll(before);
    }

    /** The numbers of a device stand on the partition of its office: sent again from another one, they would count twice. */
    private static void refuseMoves(RegistryFile file, RegistryUpserts dao) {
        Map<String, String> areas = dao.mapAreas();
        Map<String, String> devices = dao.mapDevices();
        List<String> moves = new ArrayList<>();
        for (AuthorityEntry authority : file.authorities()) {
            for (OfficeEntry office : authority.offices()) {
                for (AreaEntry area : office.areas()) {
                    noteMove("area", area.id(), areas, office, moves);
                    for (DeviceEntry device : orNone(area.devices())) {
                        noteMove("device", device.id(), devices, office, moves);
                    }
                }
            }
        }
        if (!moves.isEmpty()) {
            throw new IllegalArgumentException("The registry file is not acceptable: " + String.join("; ", moves)
                    + ". Register it anew there, under a new id and with a new token");
        }
    }

    private static void noteMove(
            String kind, String id, Map<String, String> offices, OfficeEntry office, List<String> moves) {
        String before = offices.getOrDefault(id, office.id());
        if (!before.equals(office.id())) {
            moves.add("the " + kind + " " + id + " belongs to the office " + before + " and cannot move to "
                    + office.id());
        }
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
                dao.upsertDevice(device.id(), area.id());
                giveToken(device.id(), bytes(device.tokenSha256()));
            }
        }
    }

    /** A token that the device has or had changes nothing: it may have fetched a newer one since. */
    private void giveToken(String id, byte[] tokenHash) {
        String owner = dao.findTokenOwner(tokenHash).orElse(null);
        if (owner == null) {
            dao.endTokens(id);
            dao.insertToken(id, tokenHash);
        } else if (!owner.equals(id)) {
            throw new IllegalArgumentException("The registry file is not acceptable: the token of the device " + id
                    + " is or was that of the device " + owner);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> entries) {
        return entries == null ? List.of() : entries;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
