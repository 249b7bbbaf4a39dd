/**
 * Who did what, for good: an append-only log in which every entry holds the hash of the one before.
 *
 * <p>Must not decide who may do something, and never holds a rating, a token or a password. Start with {@link
 * de.visitenkarte.api.audit.AuditLog}.
 */
@NullMarked
package de.visitenkarte.api.audit;

import org.jspecify.annotations.NullMarked;
