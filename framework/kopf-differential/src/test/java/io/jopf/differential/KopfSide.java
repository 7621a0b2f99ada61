package io.jopf.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.cause.Essence;
import io.jopf.cause.EssenceFields;
import io.jopf.cause.Marks;
import io.jopf.handler.HandledKind;
import io.jopf.handler.KindOptions;
import io.jopf.json.Json;
import io.jopf.takeover.Inheritance;
import io.jopf.takeover.KopfSettings;
import io.jopf.takeover.KopfTakeover;
import io.jopf.test.Cluster;
import io.jopf.test.process.Kubeconfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Kopf operator, in a process of its own. */
final class KopfSide implements Side {

  private static final String PREFIX = "kopf.zalando.org/";
  private static final String LAST_HANDLED = PREFIX + "last-handled-configuration";
  private static final KopfTakeover READER =
      new KopfTakeover(
          KopfSettings.of(KopfSettings.Mode.ADOPT),
          new Marks("reader"),
          new HandledKind(
              Sample.class, List.of(), List.of(), List.of(), List.of(), KindOptions.DEFAULT));

  private final Cluster cluster;
  private final Path module;
  private final EssenceFields watched;
  private final Trace trace;
  private final Path kubeconfig;
  private @Nullable Process process;

  /**
   * One that does not run.
   *
   * @param handlers a Python module of this test
   * @param watched the fields of the status that its handlers look at
   */
  KopfSide(Cluster cluster, String handlers, EssenceFields watched, Trace trace) {
    this.cluster = cluster;
    this.module = KopfInstallation.module("src/test/python/" + handlers + ".py");
    this.watched = watched;
    this.trace = trace;
    this.kubeconfig = Kubeconfig.of(cluster.client());
  }

  @Override
  public void start() {
    ProcessBuilder builder =
        new ProcessBuilder(
            KopfInstallation.program().toString(),
            "run",
            "--standalone",
            "--namespace",
            cluster.namespace(),
            module.toString());
    Map<String, String> environment = builder.environment();
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("PYTHONPATH", KopfInstallation.module("src/test/python").toString());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PYTHONUNBUFFERED", "1");
    environment.put("TRACE", trace.file().toString());
    Path log = trace.file().resolveSibling("kopf.log");
    try {
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    end(false);
  }

  @Override
  public void kill() {
    end(true);
  }

  private void end(boolean forcibly) {
    Process running = process;
    if (running == null) {
      return;
    }
    process = null;
    try {
      if (forcibly) {
        running.destroyForcibly().waitFor();
        return;
      }
      running.destroy();
      if (!running.waitFor(20, TimeUnit.SECONDS)) {
        running.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Trace trace() {
    return trace;
  }

  @Override
  public boolean isSettled(GenericKubernetesResource object) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    boolean onlyHandled =
        annotations != null
            && annotations.containsKey(LAST_HANDLED)
            && annotations.keySet().stream().filter(name -> name.startsWith(PREFIX)).count() == 1;
    if (!onlyHandled) {
      return false;
    }
    ObjectNode json = Json.tree(object);
    Inheritance read = READER.of(json, Instant.EPOCH).orElseThrow();
    return Essence.of(json).hash().equals(read.state().baseline()) && isStatusHandled(json);
  }

  private boolean isStatusHandled(ObjectNode object) {
    try {
      String text = object.path("metadata").path("annotations").path(LAST_HANDLED).asText();
      JsonNode handled = Json.MAPPER.readTree(text);
      return watched.watched().stream()
          .allMatch(path -> Json.at(handled, path).equals(Json.at(object, path)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isRetrying(GenericKubernetesResource object, String handler) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    String record =
        annotations == null ? null : annotations.get(PREFIX + handler.replace('/', '.'));
    return record != null && record.contains("\"delayed\":\"");
  }

  @Override
  public String finalizer() {
    return PREFIX + "KopfFinalizerMarker";
  }
}
