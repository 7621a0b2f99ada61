/**
 * The operators as child processes.
 *
 * <p>Expected flow: {@link io.jopf.demo.operator.Operators#start}, {@code awaitReady}, then {@code
 * checkAlive} from time to time. Guarantees: their HTTP servers listen on 127.0.0.1 on free ports;
 * what they print goes to files in the demo's directory; they end with the demo. Errors: {@link
 * io.jopf.demo.DemoException} that names the operator and shows what it printed last.
 */
@NullMarked
package io.jopf.demo.operator;

import org.jspecify.annotations.NullMarked;
