/**
 * What a handler method may look like.
 *
 * <p>Expected flow: an adapter describes a class as a {@link
 * io.jopf.handler.check.ClassDescription}, {@link io.jopf.handler.check.SignatureRules} says what
 * is wrong with it. There are two adapters: {@link io.jopf.handler.check.StartupCheck} describes
 * beans while the operator starts, {@code jopf-processor} describes sources while they are
 * compiled. Guarantees: the rules are pure and the same for both; every message says what to do;
 * what they accept can be bound and called. Caveats: modifiers of a method are known only while it
 * is compiled; a text with a <code>${placeholder}</code> and whether a mapper is a bean are known
 * only at start-up. Errors: {@link io.jopf.handler.IllegalHandlerException} at start-up, listing
 * every problem of every class.
 */
@NullMarked
package io.jopf.handler.check;

import org.jspecify.annotations.NullMarked;
