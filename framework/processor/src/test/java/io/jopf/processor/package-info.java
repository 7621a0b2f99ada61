@NullMarked
package io.jopf.processor;

import org.jspecify.annotations.NullMarked;
