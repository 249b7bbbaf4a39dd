package de.visitenkarte.api;

import de.visitenkarte.api.console.AccountsPage;
import de.visitenkarte.api.console.Console;
import de.visitenkarte.api.console.HomePage;
import de.visitenkarte.api.console.PasswordPage;
import de.visitenkarte.api.console.ProviderPage;
import de.visitenkarte.api.console.SignInPage;
import de.visitenkarte.api.oidc.OidcSettings;
import de.visitenkarte.api.registry.RegistryDirectory;
import de.visitenkarte.api.registry.TokenAuthentication;
import de.visitenkarte.api.staff.Access;
import de.visitenkarte.api.staff.ProviderSignIn;
import de.visitenkarte.api.staff.SessionResource;
import de.visitenkarte.api.staff.StaffServices;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Who may ask for what, and the pages on which the staff signs in and looks after accounts. */
final class StaffWiring {

    private StaffWiring() {}

    static void wire(
            ApiConfiguration configuration,
            JerseyEnvironment jersey,
            Jdbi jdbi,
            RegistryDirectory directory,
            Clock clock) {
        OidcSettings oidc = configuration.oidc();
        StaffServices staff = StaffServices.on(jdbi, configuration.staff(), oidc, clock);
        Access.register(jersey, staff.sessions(), configuration.staff(), TokenAuthentication.filters(directory));
        Console.register(
                jersey, () -> directory.isLoaded() && directory.current().isSimulated());
        boolean passwords = !oidc.isOn() || oidc.passwords();
        ProviderSignIn provider = staff.provider();
        if (provider != null) {
            jersey.register(new ProviderPage(provider));
        }
        jersey.register(new SessionResource());
        jersey.register(new SignInPage(staff.signIn(), passwords, provider != null));
        jersey.register(new HomePage());
        jersey.register(new PasswordPage(staff.ownPassword()));
        jersey.register(new AccountsPage(staff.accounts(), passwords));
    }
}
