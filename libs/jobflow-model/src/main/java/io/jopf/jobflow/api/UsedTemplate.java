package io.jopf.jobflow.api;

/**
 * The state of a JobTemplate that a flow uses, whatever becomes of the template.
 *
 * @param name of the template
 * @param uid of the template
 * @param generation of its spec
 */
public record UsedTemplate(String name, String uid, long generation) {}
