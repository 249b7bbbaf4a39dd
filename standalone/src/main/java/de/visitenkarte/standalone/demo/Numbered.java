package de.visitenkarte.standalone.demo;

/**
 * An event under the sequence number of its sender.
 *
 * @param number from 1, without gaps, in the order of time
 */
record Numbered<T>(long number, T event) {}
