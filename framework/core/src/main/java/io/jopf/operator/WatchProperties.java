package io.jopf.operator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The settings of watching, prefix {@code jopf}.
 *
 * @param watchTimeout how long a watch whose connection has died may go unnoticed; default 90 s, at
 *     least 1 s. Two thirds of it without a sign of life make the operator unready, and every half
 *     of it a watch is renewed
 * @param consistencyTimeout how long the API server's answer to an own write outranks a watch that
 *     was opened since and does not confirm it; default 5 s; zero: answers are not remembered, and
 *     handlers may see objects from before their own last change
 * @param requireKinds whether to end, and not to wait, when a kind is not served at the start;
 *     default false
 */
@ConfigurationProperties("jopf")
public record WatchProperties(
    @Bindable(defaultValue = "90s") Duration watchTimeout,
    @Bindable(defaultValue = "5s") Duration consistencyTimeout,
    @Bindable(defaultValue = "false") boolean requireKinds) {}
