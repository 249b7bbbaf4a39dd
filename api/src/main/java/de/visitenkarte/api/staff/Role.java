package de.visitenkarte.api.staff;

import java.util.Locale;

/** What a member of the staff is to this product. */
public enum Role {

    /** Leads one authority: sees its released figures, looks after its tablets, logs its measures. */
    MANAGER,

    /** Sees all authorities' released figures, sets policy and instruments, looks after accounts. */
    MINISTRY,

    /** Keeps it running: health, quarantine, audit; no results. */
    OPERATOR;

    /** Returns the name in the database and in tokens, e.g. {@code manager}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the role of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no role is called " + code);
    }
}
