/**
 * Who of the staff is asking, and what they may: accounts, passwords, sessions and roles.
 *
 * <p>Must not know what there is to see: each resource names the roles that may. Start with {@link
 * de.visitenkarte.api.staff.StaffServices}.
 */
@NullMarked
package de.visitenkarte.api.staff;

import org.jspecify.annotations.NullMarked;
