/**
 * What the machine gives to one instance: a directory of its own and free ports.
 *
 * <p>Must not know which programs use them.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.machine.DataDirectory}.
 */
@NullMarked
package de.visitenkarte.standalone.machine;

import org.jspecify.annotations.NullMarked;
