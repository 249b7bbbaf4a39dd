package de.visitenkarte.api;

import de.visitenkarte.api.audit.AuditBook;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.audit.AuditWatch;
import de.visitenkarte.api.console.AuditPage;
import de.visitenkarte.api.console.ExportsPage;
import de.visitenkarte.api.console.MeasureFormPage;
import de.visitenkarte.api.console.MeasuresPage;
import de.visitenkarte.api.console.PolicyPage;
import de.visitenkarte.api.console.TabletChangePage;
import de.visitenkarte.api.console.TabletPairPage;
import de.visitenkarte.api.console.TabletsPage;
import de.visitenkarte.api.device.Tablets;
import de.visitenkarte.api.export.Exports;
import de.visitenkarte.api.measure.Measures;
import de.visitenkarte.api.release.PolicyStore;
import de.visitenkarte.api.staff.AccountDao;
import de.visitenkarte.api.viewer.ReleasedReader;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The pages on which managers, ministry and operators do their work. */
final class ConsoleWiring {

    private ConsoleWiring() {}

    static void wire(
            JerseyEnvironment jersey,
            Jdbi jdbi,
            ReleasedReader reader,
            Tablets tablets,
            AuditWatch watch,
            Clock clock) {
        AuditLog audit = new AuditLog(jdbi, clock);
        Supplier<List<AccountDao.Authority>> authorities = jdbi.onDemand(AccountDao.class)::listAuthorities;
        jersey.register(new TabletsPage(tablets, clock));
        jersey.register(new TabletPairPage(tablets));
        jersey.register(new TabletChangePage(tablets));
        Measures measures = new Measures(jdbi, audit, clock);
        jersey.register(new MeasuresPage(measures, authorities, clock));
        jersey.register(new MeasureFormPage(measures));
        jersey.register(new ExportsPage(new Exports(reader, audit), clock));
        PolicyStore policies = new PolicyStore(jdbi, audit, clock);
        jersey.register(new PolicyPage(policies::current, policies::change));
        jersey.register(new AuditPage(new AuditBook(jdbi), watch, authorities));
    }
}
