package de.visitenkarte.bench.cluster;

/** What a process of the cluster is. */
public enum Kind {
    POSTGRES,
    BROKER,
    API,
    STREAMS
}
