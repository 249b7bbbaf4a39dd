package de.visitenkarte.api.device;

import java.time.Instant;

/**
 * What a tablet hears when it reports.
 *
 * @param rotate whether it is to fetch a new token
 * @param revoked whether it was taken out of use
 * @param configurationTag ETag of its configuration: another one than it knows means that it is to fetch that
 */
record HeartbeatAnswer(Instant serverTime, boolean rotate, boolean revoked, String configurationTag) {}
