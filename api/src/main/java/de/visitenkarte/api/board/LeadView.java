package de.visitenkarte.api.board;

import org.jspecify.annotations.Nullable;

/**
 * Lead times as the board shows them; numbers are null unless it is released. Public, because JDBI cannot make it otherwise.
 *
 * @param state "released", "suppressed" or "none"
 * @param reason why it is suppressed
 * @param visits how many visitors had an appointment whose booking is known
 * @param medianDays half of them waited at most so many days from booking to appointment
 * @param shareUnder14 share of them whose appointment came in less than two weeks, 0…1
 * @param shareUnder28 the same for four weeks
 */
public record LeadView(
        String state,
        @Nullable String reason,
        @Nullable Long visits,
        @Nullable Double medianDays,
        @Nullable Double p90Days,
        @Nullable Double shareUnder14,
        @Nullable Double shareUnder28) {

    static final LeadView NONE = new LeadView("none", null, null, null, null, null, null);
}
