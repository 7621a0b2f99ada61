@NullMarked
package io.jopf.demo.cluster;

import org.jspecify.annotations.NullMarked;
