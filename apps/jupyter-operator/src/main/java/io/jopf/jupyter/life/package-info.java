/**
 * How long a notebook's server runs, and how long the notebook is there.
 *
 * <p>Expected flow: {@link io.jopf.jupyter.life.Inquiry} asks the server what it does; who finds it
 * idle puts an {@link io.jopf.jupyter.life.Idle} into the notebook's memo and has it looked at;
 * {@link io.jopf.jupyter.life.Life} decides from that, from the spec and from the status whether it
 * runs. Guarantees: a server that cannot be asked, has a busy kernel or, unless that is wanted, a
 * connected one is never idle; a server that was stopped rests until its spec changes or a restart
 * is asked for; deciding is pure. Assumption: the Service's name leads to the server. Caveat: what
 * the server says is not trusted, so answers are bounded. Errors: an {@link java.io.IOException}
 * that says which question was not answered, without the token.
 */
@NullMarked
package io.jopf.jupyter.life;

import org.jspecify.annotations.NullMarked;
