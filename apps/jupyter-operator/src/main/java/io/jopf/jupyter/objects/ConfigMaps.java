package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.jupyter.plan.NotebookPlan;
import java.util.Map;

/** The files that the operator puts into the container. */
public final class ConfigMaps {

  /** The server's configuration, in the ConfigMap {@link #configName}. */
  public static final String CONFIG_FILE = "jupyter_notebook_config.json";

  static final String BASH_PROFILE = ".bash_profile";
  static final String START_SCRIPT = "start.sh";

  private ConfigMaps() {}

  /** The name of the ConfigMap for a notebook's. */
  public static String configName(String notebook) {
    return "config-" + notebook;
  }

  static String bashProfileName(NotebookPlan plan) {
    return "bp-" + plan.name();
  }

  static String startupName(NotebookPlan plan) {
    return "startup-" + plan.name();
  }

  /** Configuration of the server, for servers of today and those before them; has no token. */
  static ConfigMap config(NotebookPlan plan) {
    return config(plan, "");
  }

  /**
   * The same with the token, for a Pod of the original operator, which has it from nowhere else.
   */
  static ConfigMap configWith(Token token, NotebookPlan plan) {
    return config(plan, ", \"token\": \"" + token.value() + "\"");
  }

  private static ConfigMap config(NotebookPlan plan, String more) {
    String section =
        "{\"base_url\": \""
            + plan.name()
            + "\", \"ip\": \"0.0.0.0\""
            // or the server refuses to run
            + (plan.pod().user().isRoot() ? ", \"allow_root\": true" : "")
            + more
            + "}";
    return of(
        plan,
        configName(plan.name()),
        CONFIG_FILE,
        "{\"ServerApp\": " + section + ", \"NotebookApp\": " + section + "}\n");
  }

  static ConfigMap bashProfile(NotebookPlan plan) {
    return of(plan, bashProfileName(plan), BASH_PROFILE, Scripts.read("bash_profile"));
  }

  static ConfigMap startup(NotebookPlan plan) {
    return of(plan, startupName(plan), START_SCRIPT, Scripts.read(START_SCRIPT));
  }

  private static ConfigMap of(NotebookPlan plan, String name, String key, String text) {
    return new ConfigMapBuilder()
        .withMetadata(DesiredObjects.metadata(plan, name))
        .withData(Map.of(key, text))
        .build();
  }
}
