/** An operator as its author tests it: started on the test's cluster, in the cluster's time. */
@NullMarked
package io.jopf.test.operator;

import org.jspecify.annotations.NullMarked;
