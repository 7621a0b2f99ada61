/** Tests of the settings. */
@NullMarked
package io.jopf.jupyter.settings;

import org.jspecify.annotations.NullMarked;
