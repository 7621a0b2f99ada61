package io.jopf.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jopf.time.Time;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Lease in the cluster. Its times are for people; nobody here compares them with a clock. */
final class ApiLease implements LeaseStore {

  private static final Duration USUAL = Duration.ofSeconds(15);
  private static final int NOBODY_YET = -1;

  private final KubernetesClient client;
  private final Time time;
  private final String namespace;
  private final String name;
  private @Nullable Lease last;

  /**
   * A lease that may not be there yet.
   *
   * @param patience how long to wait for an answer
   */
  ApiLease(KubernetesClient client, Time time, String namespace, String name, Duration patience) {
    this.client =
        client
            .newClient(
                new RequestConfigBuilder()
                    .withRequestTimeout((int) patience.toMillis())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .adapt(KubernetesClient.class);
    this.time = time;
    this.namespace = namespace;
    this.name = name;
  }

  @Override
  public @Nullable LeaseRecord read() {
    last = resource().get();
    return last == null ? null : record(last);
  }

  @Override
  public @Nullable LeaseRecord write(LeaseRecord record) {
    boolean fresh = record.version() == null;
    try {
      Lease answer = fresh ? create(record) : replace(record);
      last = answer;
      return record(answer);
    } catch (KubernetesClientException e) {
      boolean faster = e.getCode() == HttpURLConnection.HTTP_CONFLICT;
      boolean gone = e.getCode() == HttpURLConnection.HTTP_NOT_FOUND && !fresh;
      if (faster || gone) {
        return null;
      }
      throw e;
    }
  }

  private Lease create(LeaseRecord record) {
    return client.resource(lease(record, null)).inNamespace(namespace).create();
  }

  /** The whole object as it was read, so that what others put there stays. */
  private Lease replace(LeaseRecord record) {
    return client
        .resource(lease(record, last))
        .inNamespace(namespace)
        .lockResourceVersion(record.version())
        .update();
  }

  private Resource<Lease> resource() {
    return client.leases().inNamespace(namespace).withName(name);
  }

  private Lease lease(LeaseRecord record, @Nullable Lease before) {
    ZonedDateTime now = time.now().atZone(ZoneOffset.UTC);
    LeaseSpec old = before == null ? null : before.getSpec();
    boolean same = old != null && Objects.equals(old.getHolderIdentity(), record.holder());
    return new LeaseBuilder(before == null ? new Lease() : before)
        .editOrNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .editOrNewSpec()
        .withHolderIdentity(record.holder())
        .withLeaseDurationSeconds((int) record.duration().toSeconds())
        // nobody has led yet: the API server takes no negative number
        .withLeaseTransitions(record.transitions() < 0 ? null : record.transitions())
        .withRenewTime(now)
        .withAcquireTime(same && old != null ? old.getAcquireTime() : now)
        .endSpec()
        .build();
  }

  private static LeaseRecord record(Lease lease) {
    LeaseSpec spec = lease.getSpec() == null ? new LeaseSpec() : lease.getSpec();
    Integer seconds = spec.getLeaseDurationSeconds();
    return new LeaseRecord(
        Objects.requireNonNullElse(spec.getHolderIdentity(), ""),
        seconds == null ? USUAL : Duration.ofSeconds(seconds),
        Objects.requireNonNullElse(spec.getLeaseTransitions(), NOBODY_YET),
        lease.getMetadata().getResourceVersion());
  }
}
