package io.jopf.jupyter.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micronaut.core.value.PropertyResolver;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads properties whose values are texts of environment variables; blank ones count as absent. */
record Texts(PropertyResolver properties, String prefix) {

  Optional<String> get(String name) {
    return properties
        .getProperty(prefix + name, String.class)
        .map(String::trim)
        .filter(s -> !s.isEmpty());
  }

  boolean isOn(String name, boolean otherwise) {
    return get(name).map(Switch::isOn).orElse(otherwise);
  }

  /**
   * A text of a form.
   *
   * @param variable where it was said
   * @param expected what it should be
   * @throws InvalidSettingException if it is of another
   */
  Optional<String> matching(String name, String variable, String expected, Pattern form) {
    Optional<String> text = get(name);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      throw new InvalidSettingException(variable, text.get(), expected, null);
    }
    return text;
  }

  /**
   * What a text in JSON says.
   *
   * @param variable where it was said
   * @param expected what it should be
   * @throws InvalidSettingException if it says something else
   */
  <T> Optional<T> parsed(String name, String variable, String expected, TypeReference<T> type) {
    return get(name)
        .map(
            text -> {
              try {
                T value = Objects.requireNonNull(Serialization.unmarshal(text, type));
                if ((value instanceof Map<?, ?> map && map.containsValue(null))
                    || (value instanceof Collection<?> list && list.contains(null))) {
                  throw new IllegalArgumentException("null");
                }
                return value;
              } catch (RuntimeException e) {
                throw new InvalidSettingException(variable, text, expected, e);
              }
            });
  }
}
