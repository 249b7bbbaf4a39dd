/**
 * What all benchmarks put load on the product with: devices, requests prebuilt as bytes, and one cheap thread that sends them.
 *
 * <p>Knows the product's HTTP interface and its registry file, and no class of it; measures, and judges nothing.
 *
 * <p>Start reading with {@link de.visitenkarte.bench.http.HttpLoad}.
 */
@NullMarked
package de.visitenkarte.bench.http;

import org.jspecify.annotations.NullMarked;
