package de.visitenkarte.api.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Grafana's provisioning files: for every organisation the same data source and dashboards, with a login of its own. */
final class Provisioning {

    private static final String HEAD = "# Written by the command \"grafana\" of the api; do not edit.\n";
    private static final YAMLMapper YAML = new YAMLMapper();

    private final OwnFiles files;
    private final Path seenAs;

    /** @param seenAs where Grafana finds the directory */
    Provisioning(OwnFiles files, Path seenAs) {
        this.files = files;
        this.seenAs = seenAs;
    }

    /** Writes the files for all of them; whoever is locked loses the data source. */
    void write(String database, List<Tenant> tenants, Organisations organisations) {
        ObjectNode sources = YAML.createObjectNode().put("apiVersion", 1);
        ArrayNode unwanted = sources.putArray("deleteDatasources");
        // Of versions that had one organisation for all, in which Grafana puts new users.
        unwanted.addObject().put("name", "Visitenkarte").put("orgId", 1);
        ArrayNode wanted = sources.putArray("datasources");
        ObjectNode boards = YAML.createObjectNode().put("apiVersion", 1);
        ArrayNode providers = boards.putArray("providers");
        for (Tenant tenant : tenants) {
            if (!tenant.locked()) {
                long organisation = organisations.id(tenant);
                wanted.add(source(database, tenant, organisation));
                providers.add(provider(organisation));
            } else if (organisations.has(tenant)) {
                unwanted.addObject().put("name", "Visitenkarte").put("orgId", organisations.id(tenant));
            }
        }
        files.write("datasources/visitenkarte.yaml", text(sources));
        files.write("dashboards/visitenkarte.yaml", text(boards));
    }

    private ObjectNode source(String database, Tenant tenant, long organisation) {
        ObjectNode source = template("datasource.yaml");
        source.put("orgId", organisation).put("user", tenant.login());
        ((ObjectNode) source.get("jsonData")).put("database", database);
        Path password = seenAs.resolve(Logins.passwordFile(tenant));
        source.putObject("secureJsonData").put("password", "$__file{" + password + "}");
        return source;
    }

    private static ObjectNode provider(long organisation) {
        return template("provider.yaml")
                .put("name", "visitenkarte-" + organisation)
                .put("orgId", organisation);
    }

    private static ObjectNode template(String name) {
        try (InputStream file = Objects.requireNonNull(Provisioning.class.getResourceAsStream("/grafana/" + name))) {
            return (ObjectNode) YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ObjectNode content) {
        try {
            return HEAD + YAML.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
