package io.jopf.handler.check;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.annotation.FieldValue;
import io.jopf.filter.FilterAttributes;
import io.jopf.filter.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an annotation may say of the objects that it concerns. */
final class FilterRules {

  private final TypeDescription kind;
  private final Trigger trigger;
  private final FilterAttributes filter;
  private final List<String> mistakes = new ArrayList<>();

  private FilterRules(TypeDescription kind, Trigger trigger) {
    this.kind = kind;
    this.trigger = trigger;
    this.filter = trigger.filter();
  }

  static List<String> mistakes(TypeDescription kind, MethodDescription method) {
    List<String> all = new ArrayList<>();
    for (Trigger trigger : method.triggers()) {
      FilterRules rules = new FilterRules(kind, trigger);
      rules.check();
      all.addAll(rules.mistakes);
    }
    return all;
  }

  private void check() {
    selector("labels", filter.labels());
    selector("annotations", filter.annotations());
    if (trigger.isOfField() && filter.field().isEmpty()) {
      add("field", "", "name a field such as spec.x");
    }
    if (OptionRules.isKnown(filter.field())) {
      FieldPaths.mistake(filter.field())
          .ifPresent(mistake -> add("field", filter.field(), mistake));
    }
    needsField("value", filter.value());
    needsField("oldValue", filter.oldValue());
    needsField("newValue", filter.newValue());
    boolean change = !filter.oldValue().isEmpty() || !filter.newValue().isEmpty();
    if (change && !filter.value().isEmpty()) {
      add("value", filter.value(), "it is the old or the new one; leave it out beside those two");
    }
    boolean same = change && filter.oldValue().equals(filter.newValue());
    if (same && !filter.newValue().equals(FieldValue.PRESENT)) {
      add("newValue", filter.newValue(), "the old one is the same; no change is like that");
    }
    PredicateDescription when = trigger.when();
    if (when != null) {
      predicate(when);
    }
  }

  private void selector(String attribute, String text) {
    if (OptionRules.isKnown(text)) {
      LabelSelector.mistake(text).ifPresent(mistake -> add(attribute, text, mistake));
    }
  }

  private void needsField(String attribute, String text) {
    if (!text.isEmpty() && filter.field().isEmpty()) {
      add(attribute, text, "of what? name the field");
    }
  }

  private void predicate(PredicateDescription when) {
    String place = "@" + trigger.annotation() + "(when = " + when.type() + ".class): ";
    TypeDescription tests = when.tests();
    if (when.type().has(Trait.ABSTRACT)) {
      mistakes.add(
          place + "a predicate is a bean; name a class that is neither abstract nor an interface");
    } else if (tests != null && !isAskable(tests)) {
      mistakes.add(place + "it tests " + tests + "; the class handles " + kind);
    }
  }

  private boolean isAskable(TypeDescription tests) {
    return tests.name().equals(kind.name())
        || tests.is(HasMetadata.class)
        || tests.is(GenericKubernetesResource.class);
  }

  private void add(String attribute, @Nullable String value, String mistake) {
    mistakes.add(
        "@" + trigger.annotation() + "(" + attribute + " = \"" + value + "\"): " + mistake);
  }
}
