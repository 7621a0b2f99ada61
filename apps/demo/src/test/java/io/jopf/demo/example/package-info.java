@NullMarked
package io.jopf.demo.example;

import org.jspecify.annotations.NullMarked;
