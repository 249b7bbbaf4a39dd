package de.visitenkarte.api.viewer;

/**
 * For whom released figures are read.
 *
 * @param code as the function {@code access.viewer} of the database reads it
 */
public record Viewer(String code) {

    private static final Viewer MINISTRY = new Viewer("ministry");

    /** Returns one who sees an authority and its offices; nothing at all if there is no such authority. */
    public static Viewer authority(String id) {
        return new Viewer("authority/" + id);
    }

    /** Returns one who sees all authorities and the sums over them, but nothing finer than a day. */
    public static Viewer ministry() {
        return MINISTRY;
    }
}
