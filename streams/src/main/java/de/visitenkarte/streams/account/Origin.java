package de.visitenkarte.streams.account;

import de.visitenkarte.events.Account;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose account an event belongs to.
 *
 * @param authorityId empty if not known
 * @param officeId empty if not known
 * @param sourceId device or integration; empty if not known
 */
public record Origin(String authorityId, String officeId, String sourceId) {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");

    /** Returns the origin of a record that says nothing reliable of itself but, perhaps, its office. */
    public static Origin ofKey(byte @Nullable [] key) {
        String office = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        return new Origin("", ID.matcher(office).matches() ? office : "", "");
    }

    /** Returns an account with nothing in it. */
    Account open(Account.Kind kind, int partition) {
        return Account.newBuilder()
                .setKind(kind)
                .setPartition(partition)
                .setOfficeId(officeId)
                .setSourceId(sourceId)
                .build();
    }

    /** Returns the key of the account among those of its kind and partition. */
    String accountKey() {
        return officeId + "/" + sourceId;
    }
}
