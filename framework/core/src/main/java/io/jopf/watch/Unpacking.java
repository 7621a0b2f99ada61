package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packing} has written. */
final class Unpacking {

  private static final int SEVEN = 7;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private final Words words;
  private int at;

  Unpacking(byte[] bytes, Words words) {
    this.bytes = bytes;
    this.words = words;
  }

  GenericKubernetesResource object() {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion(text());
    object.setKind(text());
    object.setMetadata(metadata());
    object.setAdditionalProperties(map());
    return object;
  }

  private ObjectMeta metadata() {
    ObjectMeta metadata = new ObjectMeta();
    metadata.setName(text());
    metadata.setNamespace(text());
    metadata.setUid(text());
    metadata.setResourceVersion(text());
    metadata.setCreationTimestamp(text());
    metadata.setGeneration((Long) value());
    metadata.setGenerateName(text());
    metadata.setDeletionTimestamp(text());
    metadata.setDeletionGracePeriodSeconds((Long) value());
    metadata.setSelfLink(text());
    // what is empty stays what the class has made of it
    texts(metadata::setLabels);
    texts(metadata::setAnnotations);
    metadata.setFinalizers(list());
    owners(metadata);
    // as they were told
    metadata.setManagedFields(null);
    metadata.setAdditionalProperties(map());
    return metadata;
  }

  private void texts(Consumer<Map<String, String>> taker) {
    Map<String, String> texts = map();
    if (!texts.isEmpty()) {
      taker.accept(texts);
    }
  }

  private void owners(ObjectMeta metadata) {
    int count = (int) number(head());
    List<OwnerReference> owners = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      OwnerReference owner = new OwnerReference();
      owner.setApiVersion(text());
      owner.setKind(text());
      owner.setName(text());
      owner.setUid(text());
      owner.setController((Boolean) value());
      owner.setBlockOwnerDeletion((Boolean) value());
      owner.setAdditionalProperties(map());
      owners.add(owner);
    }
    metadata.setOwnerReferences(owners);
  }

  private <V> Map<String, V> map() {
    return map((int) number(head()));
  }

  @SuppressWarnings("unchecked") // as it was written
  private <V> Map<String, V> map(int size) {
    Map<String, V> map = new LinkedHashMap<>(Math.max(2, size + size / 2));
    for (int i = 0; i < size; i++) {
      String key = text();
      map.put(key, (V) value());
    }
    return map;
  }

  private <V> List<V> list() {
    return list((int) number(head()));
  }

  @SuppressWarnings("unchecked") // as it was written
  private <V> List<V> list(int size) {
    List<V> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add((V) value());
    }
    return list;
  }

  private @Nullable String text() {
    return (String) value();
  }

  private @Nullable Object value() {
    long head = head();
    long number = number(head);
    return switch (Tag.of(head)) {
      case Tag.NULL -> null;
      case Tag.FALSE -> false;
      case Tag.TRUE -> true;
      case Tag.INT -> (int) (number >>> 1) ^ -(int) (number & 1);
      case Tag.LONG -> fixed();
      case Tag.DOUBLE -> Double.longBitsToDouble(fixed());
      case Tag.WORD -> words.word((int) number);
      case Tag.TEXT -> utf8((int) number);
      case Tag.TIME -> Times.text(number);
      case Tag.UUID -> Uuids.text(fixed(), fixed());
      case Tag.MAP -> map((int) number);
      case Tag.LIST -> list((int) number);
      case Tag.BIG_INTEGER -> new BigInteger(String.valueOf(value()));
      case Tag.BIG_DECIMAL -> new BigDecimal(String.valueOf(value()));
      default -> throw new IllegalStateException("no such tag in " + head);
    };
  }

  private String utf8(int length) {
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private long head() {
    long head = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      head |= (long) (next & (MORE - 1)) << shift;
      shift += SEVEN;
    } while (next < 0);
    return head;
  }

  private static long number(long head) {
    return head >>> Tag.BITS;
  }

  private long fixed() {
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = (number << Byte.SIZE) | (bytes[at++] & 0xffL);
    }
    return number;
  }
}
