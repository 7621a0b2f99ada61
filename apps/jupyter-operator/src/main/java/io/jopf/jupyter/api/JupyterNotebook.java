package io.jopf.jupyter.api;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** One Jupyter server for one user in one project of the Data Manager. */
@Group(JupyterNotebook.GROUP)
@Version(JupyterNotebook.VERSION)
public final class JupyterNotebook
    extends CustomResource<JupyterNotebookSpec, JupyterNotebookStatus> implements Namespaced {

  public static final String GROUP = "squonk.it";
  public static final String VERSION = "v2";

  @Override
  protected @Nullable JupyterNotebookSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable JupyterNotebookStatus initStatus() {
    return null;
  }
}
