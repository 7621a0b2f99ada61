@NullMarked
package io.jopf.demo;

import org.jspecify.annotations.NullMarked;
