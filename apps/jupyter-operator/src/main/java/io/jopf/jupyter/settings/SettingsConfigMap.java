package io.jopf.jupyter.settings;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.Environment;
import java.util.Map;

/**
 * Takes settings from the ConfigMap that the variable JO_SETTINGS_CONFIGMAP names, in the
 * operator's own namespace, on top of the environment variables and again whenever it changes.
 * Without the variable nothing is read.
 */
@ContextConfigurer
public class SettingsConfigMap implements ApplicationContextConfigurer {

  private static final String VARIABLE = "JO_SETTINGS_CONFIGMAP";

  @Override
  public void configure(ApplicationContextBuilder builder) {
    String name = System.getenv(VARIABLE);
    if (name == null || name.isBlank()) {
      return;
    }
    builder.environments(Environment.KUBERNETES).properties(properties(name.trim()));
  }

  /** What makes Micronaut's configuration client read and watch this ConfigMap and nothing else. */
  static Map<String, Object> properties(String name) {
    return Map.of(
        "micronaut.config-client.enabled", true,
        "kubernetes.client.config-maps.enabled", true,
        "kubernetes.client.config-maps.watch", true,
        "kubernetes.client.config-maps.includes", name,
        "kubernetes.client.secrets.enabled", false);
  }
}
