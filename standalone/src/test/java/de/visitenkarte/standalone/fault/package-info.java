/**
 * The promise that nothing is lost and nothing counted twice, tried against the whole product while it is killed.
 *
 * <p>Speaks with the product through its public HTTP interface and looks at the result in its database; knows no other part of it.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.fault.NothingLostE2E}.
 */
@NullMarked
package de.visitenkarte.standalone.fault;

import org.jspecify.annotations.NullMarked;
