@NullMarked
package io.jopf.handler.check;

import org.jspecify.annotations.NullMarked;
