@NullMarked
package io.jopf.demo.operator;

import org.jspecify.annotations.NullMarked;
