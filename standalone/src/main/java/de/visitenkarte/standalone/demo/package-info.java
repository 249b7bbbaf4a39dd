/**
 * The demo: fictional authorities, and a simulator that plays their visits and ratings through the public HTTP API.
 *
 * <p>It must not touch Kafka, PostgreSQL or any class of the applications: what it knows of them is their HTTP API. It must
 * never carry the name of a real authority, because every figure it produces is invented.
 *
 * <p>Start reading with {@link de.visitenkarte.standalone.demo.Demo}, then {@code Simulator} for what is invented and how.
 */
@NullMarked
package de.visitenkarte.standalone.demo;

import org.jspecify.annotations.NullMarked;
