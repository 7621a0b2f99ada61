package io.jopf.handler.check;

import static io.jopf.handler.check.Described.KIND;
import static io.jopf.handler.check.Described.method;
import static io.jopf.handler.check.Described.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.ObjectPredicate;
import io.jopf.annotation.FieldValue;
import io.jopf.filter.FilterAttributes;
import io.jopf.handler.Effort;
import io.jopf.handler.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRulesTest {

  @Test
  void all_attributes_that_fit_each_other_are_legal() {
    assertThat(mistakes(new FilterAttributes("a,!b", "c=d", "spec.x", "y", "", "", ""))).isEmpty();
    assertThat(mistakes(new FilterAttributes("", "", "status.x", "", "y", "z", ""))).isEmpty();
    assertThat(mistakes(change(FieldValue.ABSENT, FieldValue.PRESENT))).isEmpty();
    assertThat(mistakes(change(FieldValue.PRESENT, FieldValue.PRESENT))).isEmpty();
    assertThat(mistakes(change("x", ""))).isEmpty();
  }

  @Test
  void selectors_are_read() {
    assertThat(mistakes(new FilterAttributes("a b", "c,,d", "", "", "", "", "")))
        .containsExactly(
            "@OnUpdate(labels = \"a b\"): 'a b' is not a part of a label selector such as app=x,"
                + " app!=x, app in (x,y), app or !app",
            "@OnUpdate(annotations = \"c,,d\"): a label selector has no empty parts");
  }

  @Test
  void values_are_of_a_field() {
    assertThat(mistakes(new FilterAttributes("", "", "", "x", "", "", "")))
        .containsExactly("@OnUpdate(value = \"x\"): of what? name the field");
    assertThat(mistakes(new FilterAttributes("", "", "", "", "x", "y", "")))
        .containsExactly(
            "@OnUpdate(oldValue = \"x\"): of what? name the field",
            "@OnUpdate(newValue = \"y\"): of what? name the field");
  }

  @Test
  void a_value_is_not_said_twice() {
    assertThat(mistakes(new FilterAttributes("", "", "spec.x", "x", "y", "", "")))
        .containsExactly(
            "@OnUpdate(value = \"x\"): it is the old or the new one; leave it out beside those"
                + " two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", FieldValue.ABSENT})
  void a_change_is_to_something_else(String value) {
    assertThat(mistakes(change(value, value)))
        .containsExactly(
            "@OnUpdate(newValue = \""
                + value
                + "\"): the old one is the same; no change is like"
                + " that");
  }

  @Test
  void a_field_is_one_of_the_essence_or_of_the_status() {
    assertThat(mistakes(Described.field("kind")))
        .containsExactly(
            "@OnUpdate(field = \"kind\"): changes of kind are not looked at; name a field such as"
                + " spec.x");
    assertThat(FilterRules.mistakes(KIND, method("change", on("OnField"))))
        .containsExactly("@OnField(field = \"\"): name a field such as spec.x");
  }

  @Test
  void a_placeholder_is_left_to_the_running_operator() {
    assertThat(mistakes(new FilterAttributes("${l} x", "${a} x", "${f}..x", "", "", "", "")))
        .isEmpty();
  }

  interface Unfinished extends ObjectPredicate<ConfigMap> {}

  static class OfAny implements ObjectPredicate<HasMetadata> {
    @Override
    public boolean test(HasMetadata object) {
      return true;
    }
  }

  static class OfRaw implements ObjectPredicate<GenericKubernetesResource> {
    @Override
    public boolean test(GenericKubernetesResource object) {
      return true;
    }
  }

  static class OfSecrets implements ObjectPredicate<Secret> {
    @Override
    public boolean test(Secret object) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {OfAny.class, OfRaw.class})
  void a_predicate_of_any_kind_is_legal(Class<?> predicate) {
    assertThat(asking(predicate)).isEmpty();
  }

  @Test
  void a_predicate_is_a_bean_that_tests_the_handled_kind() {
    assertThat(asking(Unfinished.class))
        .containsExactly(
            "@OnUpdate(when = Unfinished.class): a predicate is a bean; name a class that is"
                + " neither abstract nor an interface");
    assertThat(asking(OfSecrets.class))
        .containsExactly(
            "@OnUpdate(when = OfSecrets.class): it tests Secret; the class handles ConfigMap");
  }

  private static List<String> asking(Class<?> predicate) {
    String name = predicate.getName();
    TypeLookup types = Types.lookup(FilterRulesTest.class.getClassLoader(), owner -> List.of());
    Trigger trigger =
        new Trigger(
            "OnUpdate",
            "",
            -1,
            Effort.DEFAULT,
            Timing.NONE,
            List.of(),
            new FilterAttributes("", "", "", "", "", "", name),
            new PredicateDescription(
                types.named(name), types.argumentOf(name, ObjectPredicate.class)));
    return FilterRules.mistakes(KIND, method("change", trigger));
  }

  private static FilterAttributes change(String oldValue, String newValue) {
    return new FilterAttributes("", "", "spec.x", "", oldValue, newValue, "");
  }

  private static List<String> mistakes(FilterAttributes filter) {
    return FilterRules.mistakes(KIND, method("change", on("OnUpdate", filter)));
  }
}
