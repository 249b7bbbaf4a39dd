/**
 * Proves the campaign's plan, and the product with a short campaign.
 *
 * <p>Measures nothing: a test that fails because a machine is slow proves nothing.
 *
 * <p>Start reading with {@code CampaignE2E}.
 */
@NullMarked
package de.visitenkarte.bench.faults;

import org.jspecify.annotations.NullMarked;
