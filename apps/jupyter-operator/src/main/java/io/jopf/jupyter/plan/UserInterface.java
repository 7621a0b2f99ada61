package io.jopf.jupyter.plan;

import io.jopf.jupyter.api.NotebookOptions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which interface the notebook opens with. */
public enum UserInterface {
  /** JupyterLab. */
  LAB,
  /** The one of documents only. */
  CLASSIC;

  static UserInterface of(@Nullable NotebookOptions options, Findings findings) {
    String wanted = Values.first(options, null, NotebookOptions::userInterface).orElse(LAB.text());
    for (UserInterface each : values()) {
      if (each.text().equalsIgnoreCase(wanted)) {
        return each;
      }
    }
    findings.warning(
        "spec.imDataManager.notebook.interface is '"
            + wanted
            + "', neither lab nor classic: lab it is");
    return LAB;
  }

  /** As users write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
