package de.visitenkarte.api.staff;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in member of the staff.
 *
 * @param accountId for the audit log
 * @param displayName for the screen
 * @param authorityId the one authority of a manager; null for everyone else
 */
public record Staff(
        String accountId,
        String displayName,
        Role role,
        @Nullable String authorityId) implements Principal {

    /**
     * Checks that a manager has an authority and nobody else has.
     *
     * @throws IllegalArgumentException if not
     */
    public Staff {
        if ((role == Role.MANAGER) != (authorityId != null)) {
            throw new IllegalArgumentException("a manager has one authority, nobody else has");
        }
    }

    /**
     * Returns whether figures of an authority may be shown. To whoever may not see it, it does not exist: answer 404.
     */
    public boolean maySee(String authority) {
        return switch (role) {
            case MANAGER -> authority.equals(authorityId);
            case MINISTRY -> true;
            case OPERATOR -> false;
        };
    }

    @Override
    public String getName() {
        return accountId;
    }
}
