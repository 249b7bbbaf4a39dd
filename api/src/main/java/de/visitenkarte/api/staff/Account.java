package de.visitenkarte.api.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member of the staff who may sign in.
 *
 * @param login of a local account; null for one of the identity provider
 * @param authorityId of a manager; null for everyone else
 * @param oneTime whether the password was generated and has not been replaced yet
 * @param disabledAt null while it may sign in
 */
public record Account(
        String id,
        @Nullable String login,
        String displayName,
        Role role,
        @Nullable String authorityId,
        @Nullable String authorityName,
        boolean oneTime,
        @Nullable Instant disabledAt) {

    /** Returns whether it has a password here. */
    public boolean local() {
        return login != null;
    }
}
