package de.visitenkarte.bench.cluster;

/**
 * How many processes there are of each kind, beside the one PostgreSQL.
 *
 * @param brokers 1, which flushes each batch to disk, or 3 with three copies of everything
 * @param apis 1 or more
 * @param streams 1 or more; how many can run at most
 */
public record Layout(int brokers, int apis, int streams) {

    public Layout {
        if (brokers != 1 && brokers != 3) {
            throw new IllegalArgumentException("1 or 3 brokers, not " + brokers);
        }
        if (apis < 1 || streams < 1) {
            throw new IllegalArgumentException("at least one api and one streams");
        }
    }
}
