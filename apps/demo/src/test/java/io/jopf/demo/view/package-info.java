@NullMarked
package io.jopf.demo.view;

import org.jspecify.annotations.NullMarked;
