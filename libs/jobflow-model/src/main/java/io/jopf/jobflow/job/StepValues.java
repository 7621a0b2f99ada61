package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.api.Param;
import io.jopf.jobflow.api.TemplateParam;
import io.jopf.jobflow.expression.ExpressionException;
import io.jopf.jobflow.expression.Names;
import io.jopf.jobflow.expression.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values a step can refer to: the flow's parameters, what it gives its template, what other
 * steps put out, and in a loop its item. The nearest wins.
 */
public final class StepValues {
  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, String> item;
  private final Map<String, String> outputs;
  private final Map<String, String> facts;
  private final boolean loop;

  /**
   * The values of one step.
   *
   * @param item what a turn of a loop stands for, null outside of loops
   * @param outputs of other steps, by {@code steps.<step>.outputs.<key>}
   * @param facts further environment variables
   */
  public StepValues(
      JobFlowSpec spec,
      @Nullable Map<String, String> item,
      Map<String, String> outputs,
      Map<String, String> facts) {
    this.facts = facts;
    this.item = Objects.requireNonNullElse(item, Map.of());
    this.loop = item != null;
    this.outputs = outputs;
    for (Param param : Objects.requireNonNullElse(spec.params(), List.<Param>of())) {
      put(param.name(), Objects.requireNonNullElse(param.value(), ""));
    }
  }

  private void put(@Nullable String name, String value) {
    if (name != null) {
      params.put(name, value);
    }
  }

  /** What {@code when} sees. */
  public Names names() {
    Map<String, String> all = new LinkedHashMap<>(outputs);
    params.forEach((name, value) -> all.put("params." + name, value));
    item.forEach((name, value) -> all.put(name.equals("item") ? name : "item." + name, value));
    return new Names(all, loop);
  }

  /**
   * Adds what the step gives its template, and what the template has for want of that.
   *
   * @throws ExpressionException if a value is missing or not allowed
   */
  StepValues with(Flow step, List<TemplateParam> inputs) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Param param : Objects.requireNonNullElse(step.params(), List.<Param>of())) {
      if (param.name() != null) {
        String text = Objects.requireNonNullElse(param.value(), "");
        given.put(param.name(), Placeholders.fill(text, names()));
      }
    }
    for (TemplateParam input : inputs) {
      if (input.name() != null) {
        value(input, input.name(), given);
      }
    }
    given.forEach(this::put);
    return this;
  }

  private void value(TemplateParam input, String name, Map<String, String> given) {
    String value = given.getOrDefault(name, params.get(name));
    if (value == null) {
      value = input.value();
    }
    if (value == null && Boolean.TRUE.equals(input.required())) {
      throw new ExpressionException("the template needs a value for param " + name);
    }
    if (value != null && input.allowed() != null && !input.allowed().contains(value)) {
      throw new ExpressionException(
          "param " + name + " is '" + value + "', which is none of " + input.allowed());
    }
    if (value != null) {
      given.put(name, value);
    }
  }

  /** As environment variables: parameters by name, items as {@code ITEM} or {@code ITEM_<NAME>}. */
  List<EnvVar> env() {
    List<EnvVar> env = new ArrayList<>();
    facts.forEach((name, value) -> env.add(variable(name, value)));
    params.forEach((name, value) -> env.add(variable(name, value)));
    item.forEach(
        (name, value) ->
            env.add(variable(name.equals("item") ? "ITEM" : "ITEM_" + upper(name), value)));
    return env;
  }

  static EnvVar variable(String name, String value) {
    // a value is meant as it is, and not as one that refers to other variables
    return new EnvVarBuilder().withName(name).withValue(value.replace("$(", "$$(")).build();
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }
}
