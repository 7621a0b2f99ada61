/** What users are told, and how often. */
@NullMarked
package io.jopf.test.scenarios.events;

import org.jspecify.annotations.NullMarked;
