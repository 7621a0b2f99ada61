/**
 * Which objects a handler concerns.
 *
 * <p>Expected flow: every annotation of a handler may carry the same attributes; {@link
 * io.jopf.filter.FilterAttributes} takes their texts, {@link io.jopf.filter.Filter#of} makes the
 * filter of them once, and each look asks it about a {@link io.jopf.filter.Candidate}. Guarantees:
 * pure; selectors mean what they mean to the API server; a predicate bean is asked last, only if
 * all else has passed, and once per candidate. Caveats: a candidate belongs to one thread. Errors:
 * {@link java.lang.IllegalArgumentException} for a text that cannot be read, naming it; what a
 * predicate throws goes to the caller.
 */
@NullMarked
package io.jopf.filter;

import org.jspecify.annotations.NullMarked;
