package io.jopf.jupyter;

import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.jupyter.api.JupyterNotebook;
import java.util.Map;

/** Knows which notebooks of all namespaces want which path. */
@Handlers(JupyterNotebook.class)
class PathHandlers {

  @Index
  Map<String, PathClaim> paths(JupyterNotebook notebook) {
    return PathClaim.of(notebook)
        .map(claim -> Map.of(notebook.getMetadata().getName(), claim))
        .orElse(Map.of());
  }
}
