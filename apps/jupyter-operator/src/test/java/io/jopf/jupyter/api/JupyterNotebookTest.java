package io.jopf.jupyter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import org.junit.jupiter.api.Test;

class JupyterNotebookTest {

  @Test
  void a_printed_notebook_shows_neither_token_nor_url() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.setStatus(
        new JupyterNotebookStatus(
            new JupyterStatus(
                new NotebookAccess("http://example.com/nb?token=s3cret", "s3cret", "lab", null),
                null,
                null,
                null,
                null),
            null,
            1L));

    assertThat(notebook.toString()).contains("lab").doesNotContain("s3cret");
  }
}
