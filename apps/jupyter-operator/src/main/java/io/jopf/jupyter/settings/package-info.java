/**
 * What the operator's administrator decides, read from configuration.
 *
 * <p>{@code application.yml} maps the documented environment variables onto the properties below
 * {@code jupyter}; a ConfigMap may override them. Settings are a value: whoever needs them asks for
 * the present ones and works with those.
 *
 * <p>Errors: without INGRESS_DOMAIN there are no settings, and with a value that cannot be read
 * neither; the operator does not start.
 */
@NullMarked
package io.jopf.jupyter.settings;

import org.jspecify.annotations.NullMarked;
