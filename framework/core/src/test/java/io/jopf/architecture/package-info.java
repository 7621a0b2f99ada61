/** The rules that hold between the packages; each fails the build when broken. */
@NullMarked
package io.jopf.architecture;

import org.jspecify.annotations.NullMarked;
