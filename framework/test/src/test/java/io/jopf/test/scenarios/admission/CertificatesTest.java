package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jopf.ObjectKey;
import io.jopf.admission.tls.CertificateException;
import io.jopf.admission.tls.DirectoryCertificate;
import io.jopf.admission.tls.GeneratedCertificate;
import io.jopf.admission.tls.SecretCertificate;
import io.jopf.admission.tls.ServedCertificate;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.time.SystemTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where certificates come from, without anybody who serves them. */
@Scenario
class CertificatesTest {

  private static final List<String> NAMES = List.of("localhost");

  private final SystemTime time = new SystemTime();

  @AfterEach
  void stop() {
    time.close();
  }

  private GeneratedCertificate generated(Cluster cluster, List<String> names) {
    return new GeneratedCertificate(
        cluster.client(), time, key(cluster, "cert"), "shop", names, Duration.ofDays(1));
  }

  private static ObjectKey key(Cluster cluster, String name) {
    return new ObjectKey(cluster.namespace(), name);
  }

  private static Secret secret(Cluster cluster) {
    return Objects.requireNonNull(cluster.get(Secret.class, "cert"));
  }

  @Test
  void replicas_that_start_together_serve_one_certificate(Cluster cluster) {
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<ServedCertificate>> all =
          Stream.generate(() -> generated(cluster, NAMES))
              .limit(4)
              .map(replica -> CompletableFuture.supplyAsync(replica::current, replicas))
              .toList();

      assertThat(all).extracting(one -> one.join().chain()).containsOnly(all.get(0).join().chain());
    } finally {
      replicas.shutdown();
    }
  }

  @Test
  void a_certificate_is_kept_until_it_lacks_a_name(Cluster cluster) {
    ServedCertificate first = generated(cluster, NAMES).current();
    assertThat(generated(cluster, NAMES).current().chain()).isEqualTo(first.chain());

    ServedCertificate second = generated(cluster, List.of("shop.sales.svc")).current();

    assertThat(second.chain()).isNotEqualTo(first.chain());
    assertThat(generated(cluster, NAMES).current().chain()).isEqualTo(second.chain());
  }

  @Test
  void what_others_have_put_into_the_secret_stays(Cluster cluster) {
    generated(cluster, NAMES).current();
    cluster
        .client()
        .resource(secret(cluster))
        .edit(
            one ->
                new SecretBuilder(one).editMetadata().addToLabels("a", "b").endMetadata().build());

    generated(cluster, List.of("other")).current();

    assertThat(secret(cluster).getMetadata().getLabels()).containsEntry("a", "b");
  }

  @Test
  void a_secret_of_somebody_else_is_read_and_followed(Cluster cluster) {
    SecretCertificate foreign = new SecretCertificate(cluster.client(), key(cluster, "cert"));
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(foreign::current)
        .withMessage(
            "there is no Secret "
                + cluster.namespace()
                + "/cert, which jopf.admission.certificate names");

    ServedCertificate first = generated(cluster, NAMES).current();
    assertThat(foreign.current().chain()).isEqualTo(first.chain());
    assertThat(foreign.current().bundle()).isEqualTo(first.bundle());

    ServedCertificate second = generated(cluster, List.of("other")).current();
    assertThat(foreign.current().chain()).isEqualTo(second.chain());
  }

  @Test
  void a_secret_without_a_key_is_told_by_its_name(Cluster cluster) {
    cluster.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: cert}
        data: {tls.crt: YQ==}
        """);

    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(new SecretCertificate(cluster.client(), key(cluster, "cert"))::current)
        .withMessage("Secret " + cluster.namespace() + "/cert has no tls.key");
  }

  @Test
  void mounted_files_are_read(Cluster cluster, @TempDir Path directory) throws IOException {
    DirectoryCertificate mounted = new DirectoryCertificate(directory);
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(mounted::current)
        .withMessageStartingWith("the certificate in " + directory + " cannot be read:");
    ServedCertificate served = generated(cluster, NAMES).current();
    for (String file : List.of("tls.crt", "tls.key")) {
      byte[] content = Base64.getDecoder().decode(secret(cluster).getData().get(file));
      Files.writeString(directory.resolve(file), new String(content, StandardCharsets.UTF_8));
    }

    assertThat(mounted.current().chain()).isEqualTo(served.chain());
    assertThat(mounted.current().bundle()).isEmpty();
  }
}
