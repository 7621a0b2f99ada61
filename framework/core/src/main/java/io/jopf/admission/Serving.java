package io.jopf.admission;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.StartupException;
import io.jopf.admission.config.ConfigurationKeeper;
import io.jopf.admission.config.Configurations;
import io.jopf.admission.config.Peers;
import io.jopf.admission.config.Scope;
import io.jopf.admission.config.Target;
import io.jopf.admission.http.AdmissionServer;
import io.jopf.admission.http.Endpoint;
import io.jopf.admission.tls.CertificateException;
import io.jopf.admission.tls.CertificateSource;
import io.jopf.admission.tls.ServedCertificate;
import io.jopf.admission.tls.ServingKeys;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that listens, its certificate and the configurations that lead to it. */
final class Serving implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
  private static final int LONGEST_DRAIN_SECONDS = 60;

  private final AdmissionSettings settings;
  private final Time time;
  private final CertificateSource source;
  private final ServingKeys keys;
  private final AdmissionServer server;
  private final List<ConfigurationKeeper> keepers;
  private final Peers peers;
  private final ExecutorService upkeep =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "jopf-admission-upkeep");
            thread.setDaemon(true);
            return thread;
          });
  private volatile ServedCertificate certificate;
  private volatile @Nullable String trouble;
  private volatile Time.@Nullable Scheduled next;
  private volatile boolean stopped;

  /**
   * Serves when this returns.
   *
   * @throws StartupException if that is not possible
   */
  Serving(
      Deployment deployment,
      List<String> namespaces,
      Admission admission,
      KubernetesClient client,
      Time time) {
    this.settings = deployment.settings();
    this.time = time;
    this.source = deployment.source(client, time);
    this.certificate = first(source);
    this.keys = new ServingKeys(certificate);
    this.server =
        new AdmissionServer(
            deployment.address(), keys, new Endpoint(admission.handlers(), admission.reviewer()));
    Target target = deployment.target(server.port());
    Scope scope = deployment.scope(namespaces);
    Configurations configurations = new Configurations(scope, target);
    Instant started = time.now();
    this.keepers =
        List.of(true, false).stream()
            .filter(mutating -> settings.managed())
            .map(
                mutating ->
                    new ConfigurationKeeper(
                        client,
                        configurations,
                        mutating,
                        admission.handlers(),
                        settings.caFrom(),
                        started))
            .toList();
    String host = System.getenv("HOSTNAME");
    this.peers = new Peers(client, target, host == null ? "" : host);
    try {
      keepers.forEach(keeper -> keeper.check(certificate.bundle()));
    } catch (KubernetesClientException e) {
      server.close();
      throw new StartupException(
          "the webhook configurations "
              + ConfigurationKeeper.name(scope)
              + " cannot be kept ("
              + e.getMessage()
              + "): allow that, or set jopf.admission.managed=false",
          e);
    }
    LOG.info("{} admission handlers answer at port {}", admission.handlers().size(), server.port());
    schedule();
  }

  private static ServedCertificate first(CertificateSource source) {
    try {
      return source.current();
    } catch (CertificateException e) {
      throw new StartupException("admission handlers need a certificate: " + e.getMessage(), e);
    }
  }

  private void schedule() {
    if (!stopped) {
      next = time.schedule(settings.check(), () -> upkeep.execute(this::look));
    }
  }

  private void look() {
    if (stopped) {
      return;
    }
    try {
      ServedCertificate current = source.current();
      if (keys.serve(current)) {
        LOG.info("serving {}", current);
      }
      certificate = current;
      keepers.forEach(keeper -> keeper.check(current.bundle()));
      trouble = null;
    } catch (CertificateException | KubernetesClientException e) {
      trouble = e.getMessage();
      LOG.warn("certificate and webhooks cannot be looked after: {}", e.getMessage());
    } finally {
      schedule();
    }
  }

  int port() {
    return server.port();
  }

  /** What went wrong when certificate and configurations were looked after; null if nothing. */
  @Nullable String trouble() {
    return trouble;
  }

  @Override
  public void close() {
    stopped = true;
    Time.Scheduled pending = next;
    if (pending != null) {
      pending.cancel();
    }
    try {
      upkeep.submit(this::release).get(LONGEST_DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      LOG.warn("webhooks that are not persistent were not taken out", e);
    }
    upkeep.shutdown();
    drain();
    server.close();
  }

  private void release() {
    try {
      boolean others = !keepers.isEmpty() && peers.others();
      keepers.forEach(keeper -> keeper.release(others, certificate.bundle()));
    } catch (KubernetesClientException e) {
      LOG.warn("webhooks that are not persistent were not taken out: {}", e.getMessage());
    }
  }

  /** API servers and the Service learn a little late that they are not to ask any more. */
  private void drain() {
    Duration drain = settings.drain();
    if (drain.isZero() || drain.isNegative()) {
      return;
    }
    CountDownLatch over = new CountDownLatch(1);
    time.schedule(drain, over::countDown);
    try {
      if (!over.await(LONGEST_DRAIN_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("jopf.admission.drain is cut off after {} s", LONGEST_DRAIN_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
