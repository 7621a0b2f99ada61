package io.jopf.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.jopf.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PackedTest {

  private final Words words = new Words();

  private GenericKubernetesResource again(GenericKubernetesResource object) {
    return Packed.of(object, words).open();
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().excludeChars(surrogates()).ofMaxLength(40).asGeneric(),
            Arbitraries.of("Never", "True", "", "app.kubernetes.io/managed-by").asGeneric(),
            Arbitraries.of("2026-11-21T23:59:59Z", "9999-99-99T99:99:99Z", "2026-11-21T23:59:59z")
                .asGeneric(),
            Arbitraries.of(
                    "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff",
                    "FFFFFFFF-ffff-ffff-ffff-ffffffffffff",
                    "0a1b2c3d-4e5f-6789-abcd_ef0123456789")
                .asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.doubles().asGeneric(),
            Arbitraries.bigIntegers().asGeneric(),
            Arbitraries.of(true, false).asGeneric());
    Arbitrary<Object> values = leaves;
    // no deeper, since what it takes to make them grows with each level
    for (int level = 0; level < 3; level++) {
      values =
          Arbitraries.oneOf(
              leaves,
              leaves.list().ofMaxSize(4).asGeneric(),
              Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(20), values)
                  .ofMaxSize(4)
                  .asGeneric());
    }
    return values;
  }

  private static char[] surrogates() {
    char[] all = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) (Character.MIN_SURROGATE + i);
    }
    return all;
  }

  @Property(tries = 100)
  void what_is_opened_is_what_was_packed(
      @ForAll("values") Object first, @ForAll("values") Object b) {
    Words shared = new Words();
    for (int i = 0; i < 3; i++) {
      GenericKubernetesResource object = Things.thing(i, i, "a");
      object.getMetadata().setUid("uid-" + i);
      object.setAdditionalProperty("first", first);
      object.setAdditionalProperty("second", Map.of("list", List.of(b, first)));

      assertThat(Packed.of(object, shared).open()).isEqualTo(object);
    }
  }

  @Test
  void every_part_of_the_metadata_is_kept() {
    GenericKubernetesResource object = Things.thing(7, 1, "a");
    var metadata = object.getMetadata();
    metadata.setGeneration(5_000_000_000L);
    metadata.setGenerateName("one-");
    metadata.setCreationTimestamp("2026-11-21T23:59:59Z");
    metadata.setDeletionTimestamp("2026-11-22T00:00:00Z");
    metadata.setDeletionGracePeriodSeconds(30L);
    metadata.setSelfLink("/x");
    metadata.setLabels(Map.of("a", "b"));
    metadata.setAnnotations(Map.of("c", "d"));
    metadata.setFinalizers(List.of("x/y", "z"));
    metadata.setAdditionalProperty("new", List.of(1));
    metadata.setOwnerReferences(
        List.of(
            new OwnerReferenceBuilder()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName("p")
                .withUid("0a1b2c3d-4e5f-6789-abcd-ef0123456789")
                .withController(true)
                .withBlockOwnerDeletion(false)
                .build()));

    assertThat(again(object)).isEqualTo(object);
    assertThat(Json.tree(again(object))).isEqualTo(Json.tree(object));
  }

  @Test
  void null_is_a_value_too() {
    GenericKubernetesResource object = Things.thing(7, 1, "a");
    object.setAdditionalProperty("none", null);
    object.setAdditionalProperty("nones", Arrays.asList(null, BigDecimal.ONE, BigInteger.TWO));

    assertThat(again(object)).isEqualTo(object);
  }

  @Test
  void model_classes_become_what_the_api_server_would_have_sent() {
    GenericKubernetesResource object = Things.thing(7, 1, "a");
    Object owner = new OwnerReferenceBuilder().withName("x").withController(true).build();
    object.setAdditionalProperty("owner", owner);

    Object opened = again(object).getAdditionalProperties().get("owner");
    assertThat(opened).isInstanceOf(Map.class);
    assertThat(Json.node(opened)).isEqualTo(Json.node(owner));
  }

  @Test
  void numbers_that_json_does_not_have_become_those_it_has() {
    GenericKubernetesResource object = Things.thing(7, 1, "a");
    object.setAdditionalProperty("few", Map.of("float", 1.5f, "short", (short) 3));

    assertThat(again(object).getAdditionalProperties().get("few"))
        .isEqualTo(Map.of("float", 1.5, "short", 3));
  }

  @Test
  void signs_beyond_the_first_plane_and_nests_are_kept() {
    GenericKubernetesResource object = Things.thing(7, 1, "a");
    Object nest = "\uD83D\uDE00";
    for (int i = 0; i < 200; i++) {
      nest = Map.of("\u00fc\uD83D\uDE00", List.of(nest, new BigDecimal("1.50E+400")));
    }
    object.setAdditionalProperty("nest", nest);

    assertThat(again(object)).isEqualTo(object);
  }

  @Test
  void what_objects_have_in_common_is_kept_once() {
    GenericKubernetesResource object = Things.thing(7, 1, "a");
    object.setAdditionalProperty("image", "registry.example.com/some/where/image:1.2.3");
    Packed first = Packed.of(object, words);
    for (int i = 0; i < 3; i++) {
      object.getMetadata().setUid("0a1b2c3d-4e5f-6789-abcd-ef012345678" + i);
      Packed.of(object, words);
    }

    assertThat(Packed.of(object, words).size()).isLessThan(first.size() / 2);
  }

  @Test
  void words_end_when_there_are_too_many_and_new_ones_begin() {
    Store store = new Store();
    int count = 2 * Words.MOST + 10_000;
    for (int i = 0; i < count; i++) {
      GenericKubernetesResource object = Things.thing(i, 1, "a");
      object.getMetadata().setName("n" + i);
      object.getMetadata().setUid("u" + i);
      // each in two objects that follow each other
      object.setAdditionalProperty("pair", "pair " + i / 2);
      store.listed(object, true);
    }

    assertThat(store.list())
        .hasSize(count)
        .allSatisfy(
            object -> {
              int number = Integer.parseInt(object.getMetadata().getName().substring(1));
              assertThat(object.<String>get("pair")).isEqualTo("pair " + number / 2);
            });
  }
}
