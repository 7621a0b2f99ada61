package io.jopf.intake;

import io.jopf.invoke.Outcome;
import io.jopf.patch.Changes;

/**
 * What came of a call.
 *
 * @param outcome how it went
 * @param changes what the handler wants to change of its object, its result included
 */
public record Called(Outcome outcome, Changes changes) {}
