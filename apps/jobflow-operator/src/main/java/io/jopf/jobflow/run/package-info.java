/**
 * One look at an object: what its Jobs show, what the engine decides, the Jobs created, and what
 * came of it.
 *
 * <p>Expected flow: {@link io.jopf.jobflow.run.Jobs} holds what can be seen; a round asks the
 * engine, starts what is due and asks again, so that the report speaks of facts only. Guarantees:
 * the trouble of one Job keeps no other from being tried. A Job's time to live is put on it only
 * once the stored status shows its outcome. Errors: {@link io.jopf.jobflow.run.Jobs#finish} passes
 * on what is worth another try, after the report was made.
 */
@NullMarked
package io.jopf.jobflow.run;

import org.jspecify.annotations.NullMarked;
