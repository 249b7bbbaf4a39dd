package de.visitenkarte.api.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which organisation in Grafana is whose, as it was when it was made: an authority that is renamed keeps its organisation, and
 * two of one name never share one.
 */
final class Organisations {

    /** Grafana makes this one by itself, and puts new users into it. It gets nothing. */
    private static final long MAIN = 1;

    private static final String FILE = "organisations.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final OwnFiles files;
    private final Map<String, Organisation> known;

    private Organisations(OwnFiles files, Map<String, Organisation> known) {
        this.files = files;
        this.known = known;
    }

    /**
     * An organisation.
     *
     * @param id Grafana's number
     */
    record Organisation(long id, String name) {}

    /** Reads what was written at the last time. */
    static Organisations read(OwnFiles files) {
        try {
            Map<String, Organisation> known = new TreeMap<>();
            String text = files.find(FILE).orElse("{}");
            known.putAll(JSON.readValue(text, new TypeReference<Map<String, Organisation>>() {}));
            return new Organisations(files, known);
        } catch (JsonProcessingException e) {
            throw new GrafanaException(FILE + " cannot be read: " + e.getOriginalMessage());
        }
    }

    boolean has(Tenant tenant) {
        return known.containsKey(tenant.sees());
    }

    /**
     * Returns the number of a tenant's organisation.
     *
     * @throws GrafanaException if it has none
     */
    long id(Tenant tenant) {
        Organisation organisation = known.get(tenant.sees());
        if (organisation == null) {
            throw new GrafanaException("There is no organisation for " + tenant.sees());
        }
        return organisation.id();
    }

    /** Returns the name that a tenant's organisation has or, if there is none yet, will have. */
    String name(Tenant tenant) {
        Organisation organisation = known.get(tenant.sees());
        if (organisation != null) {
            return organisation.name();
        }
        String name = "Visitenkarte " + tenant.name();
        boolean taken = known.values().stream().anyMatch(other -> other.name().equals(name));
        return taken ? name + " (" + tenant.sees() + ")" : name;
    }

    /** Returns the number that a new Grafana will give to the next organisation, if they are made in this order. */
    long next() {
        return known.values().stream().mapToLong(Organisation::id).max().orElse(MAIN) + 1;
    }

    /**
     * Remembers an organisation.
     *
     * @throws GrafanaException if it is the main one or somebody else's
     */
    void put(Tenant tenant, long id) {
        boolean foreign = known.entrySet().stream()
                .anyMatch(
                        other -> other.getValue().id() == id && !other.getKey().equals(tenant.sees()));
        if (id <= MAIN || foreign) {
            throw new GrafanaException("Grafana names the organisation " + id + " for " + tenant.sees()
                    + ", which is another's: look at " + FILE);
        }
        known.put(tenant.sees(), new Organisation(id, name(tenant)));
        try {
            files.write(FILE, JSON.writeValueAsString(known) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
