package io.jopf.operator;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The framework's settings, prefix {@code jopf}.
 *
 * @param name the operator's identity in finalizer, annotations and field manager: a DNS label;
 *     default: {@code micronaut.application.name}. Renaming an operator makes it another one
 * @param namespaces where to look: names, or patterns with {@code *} and {@code ?}, and {@code !}
 *     before what is excluded; default: everywhere
 * @param workers how many objects of all kinds are handled at the same time; default 16
 * @param grace how long running handlers may go on after a stop; default 20 s
 */
@ConfigurationProperties("jopf")
public record OperatorSettings(
    @Nullable String name,
    @Nullable List<String> namespaces,
    @Bindable(defaultValue = "16") int workers,
    @Bindable(defaultValue = "20s") Duration grace) {}
