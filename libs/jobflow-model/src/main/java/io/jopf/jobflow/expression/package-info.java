/**
 * The small language of a step's {@code when}, and the placeholders in its template. Pure.
 *
 * <p>A condition compares and combines values: {@code params.DAY == '1' && steps.x.outputs.rows >
 * 0}. Operators, weakest first: {@code ||}, {@code &&}, then {@code == != < <= > >= in}, then
 * {@code !}; parentheses; lists as in {@code params.OS in ['linux', 'mac']}. Values are texts in
 * single or double quotes, numbers, {@code true} and {@code false}, and dotted names. Two values
 * that both read as numbers are compared as numbers, others as texts. A placeholder is {@code
 * ${name}} where the name begins with one that {@link io.jopf.jobflow.expression.Names} knows; a
 * doubled dollar sign keeps it as it is. Everything else stays, so that shell variables are safe.
 *
 * <p>Errors: {@link io.jopf.jobflow.expression.ExpressionException} names what cannot be read or
 * found. Whether a condition can be read is checked before anything runs.
 */
@NullMarked
package io.jopf.jobflow.expression;

import org.jspecify.annotations.NullMarked;
