package io.jopf.jupyter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST =
      "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "notebook, Always",
    "notebook:latest, Always",
    "notebook:Stable, Always",
    "reg:5000/notebook, Always",
    "reg:5000/notebook:latest, Always",
    "localhost/team/notebook, Always",
    "notebook:1.0, IfNotPresent",
    "reg:5000/notebook:1.0, IfNotPresent",
    "quay.io/jupyter/scipy-notebook:2025-09-16, IfNotPresent",
    "jupyter/minimal-notebook:notebook-6.3.0, IfNotPresent"
  })
  void what_may_change_under_its_name_is_always_pulled(String image, String policy) {
    assertThat(ImageReference.parse(image)).get().returns(policy, ImageReference::pullPolicy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notebook", "notebook:latest", "reg:5000/notebook:latest"})
  void a_digest_never_changes(String image) {
    assertThat(ImageReference.parse(image + DIGEST))
        .get()
        .returns("IfNotPresent", ImageReference::pullPolicy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", ":tag", "name:", "name@sha256:1", "http://host/name", "-name"})
  void text_that_names_no_image_is_refused(String text) {
    assertThat(ImageReference.parse(text)).isEmpty();
  }
}
