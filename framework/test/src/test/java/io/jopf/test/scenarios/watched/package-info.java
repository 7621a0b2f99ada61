/** Level style: objects that are not owned wake those that a mapper names. */
@NullMarked
package io.jopf.test.scenarios.watched;

import org.jspecify.annotations.NullMarked;
