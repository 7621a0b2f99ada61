package io.jopf.admission;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How admission handlers are served, prefix {@code jopf.admission}.
 *
 * @param enabled whether they are served at all; default true
 * @param managed whether the operator keeps the webhook configurations itself; default true
 * @param host the address to listen at; default: all of the machine's
 * @param port the port to listen at; default 9443, 0 for any that is free
 * @param service the Service in front; default: the operator's name
 * @param namespace where Service and Secret are; default: the operator's own
 * @param servicePort the Service's port; default 443
 * @param url where API servers find an operator that runs outside the cluster, {@code
 *     https://host[:port]}, without a port the one that it listens at; default: none, the Service
 * @param certificate {@code generated}, the default; {@code secret:NAME} for one that somebody else
 *     keeps in that Secret; {@code directory:PATH} for mounted files
 * @param caFrom {@code namespace/name} of the cert-manager Certificate whose authority cert-manager
 *     fills into the configurations; default: none, the operator does it
 * @param validity how long a generated certificate is valid; default 365 days
 * @param check how often certificate and configurations are looked after; default 10 s
 * @param drain how long requests are still answered after a stop; default 2 s
 */
@ConfigurationProperties("jopf.admission")
public record AdmissionSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "true") boolean managed,
    @Nullable String host,
    @Bindable(defaultValue = "9443") int port,
    @Nullable String service,
    @Nullable String namespace,
    @Bindable(defaultValue = "443") int servicePort,
    @Nullable String url,
    @Bindable(defaultValue = "generated") String certificate,
    @Bindable(defaultValue = "") String caFrom,
    @Bindable(defaultValue = "365d") Duration validity,
    @Bindable(defaultValue = "10s") Duration check,
    @Bindable(defaultValue = "2s") Duration drain) {}
