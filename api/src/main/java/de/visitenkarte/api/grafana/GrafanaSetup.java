package de.visitenkarte.api.grafana;

import de.visitenkarte.api.audit.AuditLog;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Does everything that Grafana needs, and nothing twice: it can be run after every change of the registry. */
public final class GrafanaSetup {

    private static final String LOGIN_SCRIPT = "logins.sql";
    private static final String ORGANISATION_SCRIPT = "organisations.sh";

    private final Jdbi owner;
    private final AuditLog audit;
    private final Supplier<byte[]> randomness;
    private final PrintStream console;

    /**
     * Does nothing yet.
     *
     * @param owner connections of the owner of the schema
     * @param randomness 32 bytes that nobody can guess, for each call
     * @param console where it says what it did
     */
    public GrafanaSetup(Jdbi owner, AuditLog audit, Supplier<byte[]> randomness, PrintStream console) {
        this.owner = owner;
        this.audit = audit;
        this.randomness = randomness;
        this.console = console;
    }

    /**
     * What is wanted.
     *
     * @param directory gets Grafana's provisioning files, passwords and what has to be remembered
     * @param seenAs where Grafana finds that directory
     * @param url of Grafana; null if it cannot be reached from here
     * @param user Grafana's administrator
     * @param password of Grafana's administrator
     * @param rotate whether all logins get a new password
     */
    public record Request(
            Path directory, Path seenAs, @Nullable URI url, String user, String password, boolean rotate) {

        /** Says nothing about the password. */
        @Override
        public String toString() {
            return "Request to " + url;
        }
    }

    /**
     * Brings logins, organisations and files about.
     *
     * @throws GrafanaException if something has to be mended first; what was done stays, and the next run goes on
     */
    public void run(Request request) {
        OwnFiles files = new OwnFiles(request.directory());
        Organisations organisations = Organisations.read(files);
        Logins.Outcome logins = new Logins(owner, audit, files, randomness).run(request.rotate());
        List<Tenant> tenants = logins.tenants();
        report(logins);
        leaveLoginScript(files, logins.script());
        GrafanaClient grafana =
                request.url() == null ? null : new GrafanaClient(request.url(), request.user(), request.password());
        if (grafana == null) {
            count(files, tenants, organisations);
        } else {
            ask(grafana, tenants, organisations);
        }
        String database = owner.withExtension(LoginDao.class, LoginDao::database);
        new Provisioning(files, request.seenAs()).write(database, tenants, organisations);
        console.println("Data sources and dashboards are written to " + request.directory());
        if (grafana == null) {
            console.println("Restart Grafana when all of this is done.");
        } else if (logins.script().isEmpty()) {
            grafana.reload();
            console.println("Grafana has read them.");
        }
    }

    private void report(Logins.Outcome logins) {
        long locked = logins.tenants().stream().filter(Tenant::locked).count();
        console.println("Logins: " + (logins.tenants().size() - locked) + ", of which " + logins.created()
                + " are new. Locked: " + locked);
    }

    private void leaveLoginScript(OwnFiles files, List<String> script) {
        if (script.isEmpty()) {
            files.delete(LOGIN_SCRIPT);
            return;
        }
        files.writeSecret(LOGIN_SCRIPT, "BEGIN;\n" + String.join(";\n", script) + ";\nCOMMIT;\n");
        console.println("The owner of the schema may not make roles. Let a superuser run " + LOGIN_SCRIPT
                + " in the product's database.");
    }

    private void ask(GrafanaClient grafana, List<Tenant> tenants, Organisations organisations) {
        for (Tenant tenant : tenants) {
            if (!tenant.locked()) {
                organisations.put(tenant, grafana.ensureOrganisation(organisations.name(tenant)));
            }
        }
        console.println("Grafana has an organisation for each.");
    }

    /** Counts on the numbers that a Grafana gives of which nobody else makes use. */
    private void count(OwnFiles files, List<Tenant> tenants, Organisations organisations) {
        OrganisationScript script = new OrganisationScript();
        for (Tenant tenant : tenants) {
            if (!tenant.locked() && !organisations.has(tenant)) {
                long id = organisations.next();
                organisations.put(tenant, id);
                script.add(id, organisations.name(tenant));
            }
        }
        if (!script.isEmpty()) {
            files.write(ORGANISATION_SCRIPT, script.text());
            console.println("Without --grafana-url: run " + ORGANISATION_SCRIPT
                    + " before Grafana reads the files, or it will not start.");
        }
    }
}
