package io.jopf.takeover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.cause.HandlingState;
import java.util.Set;

/**
 * What one object brings along.
 *
 * @param state what is to be remembered of it
 * @param patch the merge patch that replaces Kopf's marks by ours, for this version of the object
 *     only; its status apart
 * @param resumed ids of the handlers that have resumed it, though others have not
 * @param lost Kopf's names of handlers that are at work and that nobody here goes on with
 */
public record Inheritance(
    HandlingState state, ObjectNode patch, Set<String> resumed, Set<String> lost) {}
