/** Dashboard and alerts, held to the metrics that there are. */
@NullMarked
package io.jopf.jupyter.monitoring;

import org.jspecify.annotations.NullMarked;
