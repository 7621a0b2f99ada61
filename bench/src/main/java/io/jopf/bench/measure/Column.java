package io.jopf.bench.measure;

/**
 * A column of a table.
 *
 * @param figure which figure it shows
 * @param header what is written above it, with the unit
 * @param decimals how many digits after the point
 */
public record Column(String figure, String header, int decimals) {}
