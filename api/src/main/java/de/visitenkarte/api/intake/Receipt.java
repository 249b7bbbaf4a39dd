package de.visitenkarte.api.intake;

import java.time.Instant;
import java.util.List;

/**
 * The answer to a batch, given after the broker acknowledged everything that was accepted.
 *
 * @param serverTime time of the server, so that a sender can see how wrong its own clock is
 * @param verdicts one per item, in the order of the batch
 */
public record Receipt(Instant serverTime, List<Verdict> verdicts) {}
