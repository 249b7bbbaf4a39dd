package de.visitenkarte.api.staff;

import de.visitenkarte.api.audit.AuditAction;
import de.visitenkarte.api.audit.AuditEvent;
import de.visitenkarte.api.audit.AuditLog;
import de.visitenkarte.api.oidc.Identity;
import de.visitenkarte.api.oidc.IdentityProvider;
import de.visitenkarte.api.oidc.NotIdentified;
import de.visitenkarte.api.oidc.NotIdentified.Reason;
import de.visitenkarte.api.problem.UnavailableException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Signs in whom the identity provider vouches for. Name, role and authority are what it says at every sign-in. */
public final class ProviderSignIn {

    /** How long somebody may take at the provider. */
    public static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

    /** Who makes and changes these accounts, in the audit log. */
    private static final String ACTOR = "identity-provider";

    private final Jdbi jdbi;
    private final IdentityProvider provider;
    private final URI afterwards;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;

    /** @param afterwards where the provider sends a browser after it has signed out there */
    ProviderSignIn(
            Jdbi jdbi,
            IdentityProvider provider,
            URI afterwards,
            Sessions sessions,
            AuditLog audit,
            Clock clock,
            SecureRandom random) {
        this.jdbi = jdbi;
        this.provider = provider;
        this.afterwards = afterwards;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The beginning of the way.
     *
     * @param secret for the browser to keep until it comes back
     * @param address where to send it
     */
    public record Departure(Secret secret, URI address) {}

    /** Sends a browser to the provider. */
    public Departure depart(String next) {
        Secret secret = Secret.random(random);
        URI address = provider.departure(ties(secret));
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            ProviderDao dao = handle.attach(ProviderDao.class);
            dao.forget(now.minus(LONGEST_ABSENCE));
            dao.depart(secret.sha256(), next, now);
        });
        return new Departure(secret, address);
    }

    /**
     * The end of the way.
     *
     * @param secret of the new session
     * @param next where to go on
     */
    public record Arrival(Secret secret, String next) {}

    /**
     * Signs in whoever comes back from the provider.
     *
     * @param kept what the browser kept since its departure, null if it has nothing
     * @throws NotIdentified if nobody can be signed in
     */
    public Arrival arrive(@Nullable Secret kept, URI address) throws NotIdentified {
        try {
            Secret secret = Optional.ofNullable(kept).orElseThrow(() -> new NotIdentified(Reason.NOT_EXPECTED));
            // Before anything else, so that no answer is looked at twice.
            String next = jdbi.onDemand(ProviderDao.class)
                    .arrive(secret.sha256(), clock.instant().minus(LONGEST_ABSENCE))
                    .orElseThrow(() -> new NotIdentified(Reason.NOT_EXPECTED));
            Identity identity = provider.arrival(address, ties(secret));
            return new Arrival(begin(identity), next);
        } catch (NotIdentified e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            audit.append(new AuditEvent(
                    SignIn.UNKNOWN, AuditAction.SIGN_IN_REFUSED, null, SignIn.UNKNOWN, Map.of("reason", reason)));
            throw e;
        }
    }

    private static IdentityProvider.Ties ties(Secret secret) {
        return new IdentityProvider.Ties(secret.derive("state"), secret.derive("nonce"), secret.derive("verifier"));
    }

    private Secret begin(Identity identity) throws NotIdentified {
        return jdbi.inTransaction(handle -> {
            String account = account(handle, identity);
            Secret secret = sessions.begin(handle, account, identity.session());
            note(handle, account, AuditAction.SIGNED_IN, account, identity, Map.of("by", "identity-provider"));
            return secret;
        });
    }

    /** Returns the account, with name and rights as the provider has them now. With other rights its sessions end. */
    private String account(Handle handle, Identity identity) throws NotIdentified {
        String authority = identity.authority();
        if (authority != null && !handle.attach(AccountDao.class).isAuthority(authority)) {
            throw new NotIdentified(Reason.NO_AUTHORITY);
        }
        ProviderDao dao = handle.attach(ProviderDao.class);
        Optional<ProviderDao.Known> known = dao.find(identity.issuer(), identity.subject());
        if (known.isEmpty()) {
            return create(handle, identity);
        }
        ProviderDao.Known before = known.get();
        if (before.disabled()) {
            throw new NotIdentified(Reason.DISABLED);
        }
        String id = before.accountId();
        handle.attach(AccountDao.class).update(id, identity.name(), identity.role(), authority);
        if (!before.role().equals(identity.role()) || !Objects.equals(before.authorityId(), authority)) {
            handle.attach(SessionDao.class).deleteOf(id);
            note(handle, ACTOR, AuditAction.ACCOUNT_CHANGED, id, identity, Map.of("role", identity.role()));
        }
        return id;
    }

    private String create(Handle handle, Identity identity) {
        String id = UUID.randomUUID().toString();
        handle.attach(ProviderDao.class)
                .insert(
                        id,
                        identity.issuer(),
                        identity.subject(),
                        identity.name(),
                        identity.role(),
                        identity.authority(),
                        clock.instant());
        note(handle, ACTOR, AuditAction.ACCOUNT_CREATED, id, identity, Map.of("role", identity.role()));
        return id;
    }

    private void note(
            Handle handle,
            String actor,
            AuditAction action,
            String account,
            Identity identity,
            Map<String, String> details) {
        audit.append(handle, new AuditEvent(actor, action, identity.authority(), account, details));
    }

    /** Returns where a person can end the provider's own session too; empty if it offers nothing or is away. */
    public Optional<URI> signOut() {
        try {
            return provider.signOut(afterwards);
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    /**
     * Ends what the provider has ended.
     *
     * @throws NotIdentified if it was not the provider who said so
     */
    public void end(String logoutToken) throws NotIdentified {
        IdentityProvider.Ended ended = provider.ended(logoutToken);
        jdbi.useExtension(ProviderDao.class, dao -> dao.end(ended.issuer(), ended.subject(), ended.session()));
    }
}
