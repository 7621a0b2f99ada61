/** Objects that a Kopf operator has handled before. */
@NullMarked
package io.jopf.test.scenarios.takeover;

import org.jspecify.annotations.NullMarked;
