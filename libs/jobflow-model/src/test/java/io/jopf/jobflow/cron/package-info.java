/** Tests of times and what is decided at them. */
@NullMarked
package io.jopf.jobflow.cron;

import org.jspecify.annotations.NullMarked;
