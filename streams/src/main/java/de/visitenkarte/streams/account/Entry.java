package de.visitenkarte.streams.account;

import de.visitenkarte.events.Account;

/**
 * One line in the books.
 *
 * @param sequenceNumber of a new event of a known source; 0 otherwise
 */
public record Entry(Origin origin, What what, long sequenceNumber) {

    /** What happened to an event. */
    public enum What {
        /** It is new. */
        ACCEPTED,
        /** It is in its cells. */
        COUNTED,
        /** It lies in quarantine. */
        QUARANTINED,
        /** It came before. */
        DUPLICATE,
        /** It was taken out of quarantine and comes anew. */
        REPLAYED
    }

    public Entry(Origin origin, What what) {
        this(origin, what, 0);
    }

    /** Returns the account with this entry. */
    Account bookTo(Account account) {
        Account.Builder after = account.toBuilder();
        if (!origin.authorityId().isEmpty()) {
            after.setAuthorityId(origin.authorityId());
        }
        switch (what) {
            case ACCEPTED -> {
                after.setAccepted(account.getAccepted() + 1);
                if (sequenceNumber > 0) {
                    after.setSequenceNumbers(account.getSequenceNumbers() + 1);
                    after.setHighestSequenceNumber(Math.max(account.getHighestSequenceNumber(), sequenceNumber));
                }
            }
            case COUNTED -> after.setCounted(account.getCounted() + 1);
            case QUARANTINED -> after.setQuarantined(account.getQuarantined() + 1);
            case DUPLICATE -> after.setDuplicates(account.getDuplicates() + 1);
            case REPLAYED ->
                after.setAccepted(account.getAccepted() - 1)
                        .setQuarantined(account.getQuarantined() - 1)
                        .setReplays(account.getReplays() + 1);
        }
        return after.build();
    }
}
