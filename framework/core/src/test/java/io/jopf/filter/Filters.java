package io.jopf.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.jopf.ObjectPredicate;
import io.jopf.json.Json;
import org.jspecify.annotations.Nullable;

/** Filters and objects for tests, in few words. */
public final class Filters {

  private Filters() {}

  /** Of labels alone. */
  public static Filter labels(String selector) {
    return Filter.of(new FilterAttributes(selector, "", "", "", "", "", ""), null);
  }

  /** Of annotations alone. */
  public static Filter annotations(String selector) {
    return Filter.of(new FilterAttributes("", selector, "", "", "", "", ""), null);
  }

  /** Of a field and its value. */
  public static Filter value(String field, String value) {
    return Filter.of(new FilterAttributes("", "", field, value, "", "", ""), null);
  }

  /** Of a field and its values before and after. */
  public static Filter change(String field, String oldValue, String newValue) {
    return Filter.of(new FilterAttributes("", "", field, "", oldValue, newValue, ""), null);
  }

  /** Of labels and a predicate of config maps. */
  public static Filter when(String labels, ObjectPredicate<ConfigMap> predicate) {
    return Filter.of(
        new FilterAttributes(labels, "", "", "", "", "", ""), new When(ConfigMap.class, predicate));
  }

  /** An object to try them on; single quotes count as double ones. */
  public static Candidate candidate(String json) {
    ObjectNode object = (ObjectNode) json(json);
    return candidate(object);
  }

  /** An object to try them on. */
  public static Candidate candidate(ObjectNode object) {
    return new Candidate(object, type -> Json.MAPPER.convertValue(object, type));
  }

  /** A node; null for none, single quotes count as double ones. */
  public static JsonNode json(@Nullable String json) {
    try {
      return Json.MAPPER.readTree(json == null ? "null" : json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
