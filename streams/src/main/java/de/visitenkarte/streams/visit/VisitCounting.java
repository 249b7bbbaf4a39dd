package de.visitenkarte.streams.visit;

import de.visitenkarte.events.Topics;
import de.visitenkarte.events.Visit;
import de.visitenkarte.events.WaitCell;
import de.visitenkarte.streams.counting.Counting;
import de.visitenkarte.streams.deduplication.Identity;

/** How visits are counted. */
public final class VisitCounting {

    /** The only one; it has no state. */
    public static final Counting<Visit, WaitCell> INSTANCE = new Counting<>(
            "visit",
            Topics.VISIT,
            Visit.parser(),
            Visit::getOfficeId,
            VisitAcceptance::objectionTo,
            VisitCounting::identityOf,
            WaitCells::changesOf,
            WaitCell.parser(),
            Topics.WAIT_CELL);

    private VisitCounting() {}

    /** An integration may serve several offices and numbers the visits of each. */
    static Identity identityOf(Visit visit) {
        String source = visit.getIntegrationId() + "/" + visit.getOfficeId();
        return new Identity(source, visit.getSequenceNumber(), visit.getBodyHash());
    }
}
