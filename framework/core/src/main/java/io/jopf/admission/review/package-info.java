/**
 * A request under review: from what the API server sends to what it is answered.
 *
 * <p>Expected flow: {@link io.jopf.admission.review.Reviewer} asks one handler about one request
 * and makes a {@link io.jopf.admission.review.Verdict} of whatever it does; {@link
 * io.jopf.admission.review.ReviewJson} reads and writes the API server's form of both. Guarantees:
 * nothing that a handler throws gets out; an interrupted handler is one that took too long; what a
 * patch changes is all that the answer changes. Assumptions: handlers are quick. Caveats: who wins
 * when several handlers change one field is up to the API server, which asks them one after
 * another.
 */
@NullMarked
package io.jopf.admission.review;

import org.jspecify.annotations.NullMarked;
