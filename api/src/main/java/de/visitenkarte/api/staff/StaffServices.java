package de.visitenkarte.api.staff;

import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.oidc.IdentityProvider;
import de.visitenkarte.api.oidc.OidcSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The parts of this package, put together.
 *
 * @param provider null if no identity provider is configured
 */
public record StaffServices(
        Sessions sessions,
        SignIn signIn,
        OwnPassword ownPassword,
        Accounts accounts,
        @Nullable ProviderSignIn provider) {

    /**
     * Returns the parts on one database.
     *
     * @throws IllegalArgumentException if the settings contradict each other
     */
    public static StaffServices on(Jdbi jdbi, StaffSettings settings, OidcSettings oidc, Clock clock) {
        SecureRandom random = new SecureRandom();
        return on(jdbi, settings, oidc, clock, random, new Passwords(random));
    }

    static StaffServices on(
            Jdbi jdbi,
            StaffSettings settings,
            OidcSettings oidc,
            Clock clock,
            SecureRandom random,
            Passwords passwords) {
        AuditLog audit = new AuditLog(jdbi, clock);
        SignInThrottle throttle = new SignInThrottle(clock);
        Sessions sessions = new Sessions(jdbi, settings, clock, random);
        return new StaffServices(
                sessions,
                new SignIn(jdbi, sessions, passwords, audit, throttle),
                new OwnPassword(jdbi, sessions, passwords, audit, throttle),
                new Accounts(jdbi, passwords, audit, clock),
                oidc.isOn() ? provider(jdbi, sessions, audit, settings, oidc, clock, random) : null);
    }

    private static ProviderSignIn provider(
            Jdbi jdbi,
            Sessions sessions,
            AuditLog audit,
            StaffSettings settings,
            OidcSettings oidc,
            Clock clock,
            SecureRandom random) {
        String own = settings.publicUrl();
        if (own.isEmpty()) {
            throw new IllegalArgumentException(
                    "An identity provider needs staff.publicUrl: where it sends browsers back");
        }
        IdentityProvider provider = new IdentityProvider(oidc, URI.create(own + Pages.PROVIDER_RETURN), clock);
        URI afterwards = URI.create(own + Pages.SIGNED_OUT);
        return new ProviderSignIn(jdbi, provider, afterwards, sessions, audit, clock, random);
    }
}
