/**
 * The pages for the staff under {@code /console/}: made on the server, in German, without scripts.
 *
 * <p>Must not decide anything: pages ask the features. Feature packages do not know this one.
 *
 * <p>Start reading with {@link de.visitenkarte.api.console.ConsolePage}.
 */
@NullMarked
package de.visitenkarte.api.console;

import org.jspecify.annotations.NullMarked;
