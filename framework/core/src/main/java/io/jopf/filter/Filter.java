package io.jopf.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which objects, and which changes of them, concern a handler. All its parts have to agree. */
public final class Filter {

  /** Every object and every change. */
  public static final Filter NONE = of(FilterAttributes.NONE, null);

  private final LabelSelector labels;
  private final LabelSelector annotations;
  private final List<String> field;
  private final Expected value;
  private final Expected oldValue;
  private final Expected newValue;
  private final @Nullable When when;

  private Filter(FilterAttributes attributes, @Nullable When when) {
    String path = attributes.field();
    this.labels = LabelSelector.parse(attributes.labels());
    this.annotations = LabelSelector.parse(attributes.annotations());
    this.field = path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    this.value = new Expected(attributes.value());
    this.oldValue = new Expected(attributes.oldValue());
    this.newValue = new Expected(attributes.newValue());
    this.when = when;
  }

  /**
   * The filter that an annotation asks for.
   *
   * @param when the bean that the attributes name; null for none
   * @throws IllegalArgumentException if a selector cannot be read
   */
  public static Filter of(FilterAttributes attributes, @Nullable When when) {
    return new Filter(attributes, when);
  }

  /** What the object's labels have to match. */
  public LabelSelector labels() {
    return labels;
  }

  /** The path of the field that is looked at; empty: the whole object. */
  public List<String> field() {
    return field;
  }

  /**
   * Whether an object matches as it is. A field without a value has to be present. What is said of
   * old and new values does not matter.
   */
  public boolean matches(Candidate object) {
    return (field.isEmpty() || isRight(object.at(field))) && agrees(object);
  }

  private boolean isRight(JsonNode present) {
    return value.isAnything() ? !present.isNull() : value.matches(present);
  }

  /**
   * Whether a change of an object matches: what is said of the value has to hold before or after.
   *
   * @param before the field, or the whole object, before; {@code NullNode} if absent
   * @param after the same now
   */
  public boolean matchesChange(Candidate object, JsonNode before, JsonNode after) {
    return oldValue.matches(before) && newValue.matches(after) && concerns(object, before, after);
  }

  /**
   * Whether an object is one whose changes can match, whatever the last one was.
   *
   * @see #matchesChange
   */
  public boolean concerns(Candidate object, JsonNode before, JsonNode after) {
    return (value.matches(before) || value.matches(after)) && agrees(object);
  }

  private boolean agrees(Candidate object) {
    return (labels.isEverything() || labels.matches(object.labels()))
        && (annotations.isEverything() || annotations.matches(object.annotations()))
        && (when == null || object.passes(when));
  }
}
