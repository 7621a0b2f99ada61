package io.jopf.activity;

/**
 * What a probe has answered.
 *
 * @param up whether all is well
 * @param detail what it returned, or why it failed
 */
public record ProbeResult(boolean up, Object detail) {}
