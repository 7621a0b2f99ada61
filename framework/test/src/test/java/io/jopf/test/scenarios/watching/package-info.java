/** What an operator sees of a cluster that changes: kinds, namespaces, rights and credentials. */
@NullMarked
package io.jopf.test.scenarios.watching;

import org.jspecify.annotations.NullMarked;
