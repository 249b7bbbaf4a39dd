package de.visitenkarte.api.examples;

import de.visitenkarte.api.registry.RegistryFile;
import de.visitenkarte.api.registry.RegistryFile.AreaEntry;
import de.visitenkarte.api.registry.RegistryFile.AuthorityEntry;
import de.visitenkarte.api.registry.RegistryFile.OfficeEntry;
import de.visitenkarte.api.registry.RegistryImport;
import de.visitenkarte.api.registry.RegistryUpserts;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** One authority with its offices, written as the import writes it. */
public record RegistryBuilder(String id, String pilotRole, boolean simulated, List<String> officeIds) {

    /** A pilot in a city, without an office yet. */
    public static RegistryBuilder anAuthority(String id) {
        return new RegistryBuilder(id, "pilot", true, List.of());
    }

    public RegistryBuilder as(String role) {
        return new RegistryBuilder(id, role, simulated, officeIds);
    }

    public RegistryBuilder real() {
        return new RegistryBuilder(id, pilotRole, false, officeIds);
    }

    /** With an office in Germany. */
    public RegistryBuilder with(String officeId) {
        return new RegistryBuilder(
                id,
                pilotRole,
                simulated,
                Stream.concat(officeIds.stream(), Stream.of(officeId)).toList());
    }

    public void insert(Jdbi jdbi) {
        AuthorityEntry authority = new AuthorityEntry(
                id,
                nameOf(id),
                "city",
                pilotRole,
                null,
                null,
                officeIds.stream().map(RegistryBuilder::office).toList(),
                null);
        jdbi.useTransaction(handle -> RegistryImport.write(
                new RegistryFile(simulated, List.of(authority)), handle.attach(RegistryUpserts.class)));
    }

    private static OfficeEntry office(String id) {
        return new OfficeEntry(
                id, nameOf(id), "Europe/Berlin", null, List.of(new AreaEntry(id + "-area", "Aufenthalt", 3, null)));
    }

    /** {@code musterstadt} becomes {@code Musterstadt}. */
    private static String nameOf(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }
}
