@NullMarked
package io.jopf.jobflow.meter;

import org.jspecify.annotations.NullMarked;
