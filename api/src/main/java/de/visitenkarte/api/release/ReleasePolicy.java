package de.visitenkarte.api.release;

/**
 * The numbers of the release gate. They can be raised, never lowered below {@link #FLOOR}.
 *
 * @param minimumPeople fewer people than this are never shown
 * @param step two successive releases of a figure differ by at least this many people
 */
public record ReleasePolicy(int minimumPeople, int step) {

    /** The built-in floor: five people, in steps of five (DESIGN: k = 5 for office × day and coarser). */
    public static final ReleasePolicy FLOOR = new ReleasePolicy(5, 5);

    public ReleasePolicy {
        if (minimumPeople < 5 || step < 5) {
            throw new IllegalArgumentException("A release policy cannot go below five people in steps of five");
        }
    }
}
