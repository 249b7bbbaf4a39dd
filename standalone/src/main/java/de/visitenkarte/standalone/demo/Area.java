package de.visitenkarte.standalone.demo;

/**
 * A group of desks with a queue of its own, and one tablet.
 *
 * @param desks how many desks there are; at least 3, because no smaller unit may exist
 * @param visitsPerDay average of Monday to Friday
 * @param serviceMinutes mean time a visitor spends at the desk
 * @param participation share of the served visitors who rate, 0…1
 */
record Area(String id, String name, int desks, int visitsPerDay, double serviceMinutes, double participation) {

    Area {
        if (desks < 3) {
            throw new IllegalArgumentException("an area has at least 3 desks: " + id);
        }
        if (visitsPerDay <= 0 || serviceMinutes <= 0 || participation < 0 || participation > 1) {
            throw new IllegalArgumentException("an area needs visits, service time and a share that rates: " + id);
        }
    }

    /** The id of the tablet that the simulator plays. */
    String deviceId() {
        return id + "-1";
    }
}
