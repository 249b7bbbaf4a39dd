package de.visitenkarte.streams.visit;

import de.visitenkarte.events.Account;
import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitCells;
import de.visitenkarte.streams.account.Origin;
import de.visitenkarte.streams.counting.CellFold;
import de.visitenkarte.streams.counting.Counting;
import de.visitenkarte.streams.deduplication.Identity;

/** How visits are counted. */
public final class VisitCounting {

    /** The only one; it has no state. */
    public static final Counting<Visit, WaitCells> INSTANCE = new Counting<>(
            "visit",
            Account.Kind.VISIT,
            Topics.VISIT,
            Visit.parser(),
            visit -> new Origin(visit.getAuthorityId(), visit.getOfficeId(), visit.getIntegrationId()),
            VisitAcceptance::objectionTo,
            VisitCounting::identityOf,
            new CellFold<>(WaitFold::keyOf, WaitFold::one, WaitFold::add, WaitCells.parser(), Topics.WAIT_CELL));

    private VisitCounting() {}

    /** An integration may serve several offices and numbers the visits of each. */
    static Identity identityOf(Visit visit) {
        String source = visit.getIntegrationId() + "/" + visit.getOfficeId();
        return new Identity(source, visit.getSequenceNumber(), visit.getBodyHash());
    }
}
