@NullMarked
package io.jopf.demo.state;

import org.jspecify.annotations.NullMarked;
