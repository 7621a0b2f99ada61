package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.jopf.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an object down in few bytes; {@link Unpacking} reads them. */
final class Packing {

  private static final int USUAL = 512;
  private static final int SEVEN = 7;
  private static final long UNSIGNED = 0xffffffffL;
  private static final int MORE = 0x80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
  private final Words words;
  private final int object;

  Packing(Words words, GenericKubernetesResource object) {
    this.words = words;
    ObjectMeta metadata = object.getMetadata();
    this.object = Objects.hash(metadata.getUid(), metadata.getNamespace(), metadata.getName());
    text(object.getApiVersion());
    text(object.getKind());
    metadata(metadata);
    map(object.getAdditionalProperties());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private void metadata(ObjectMeta metadata) {
    text(metadata.getName());
    text(metadata.getNamespace());
    text(metadata.getUid());
    text(metadata.getResourceVersion());
    text(metadata.getCreationTimestamp());
    value(metadata.getGeneration());
    text(metadata.getGenerateName());
    text(metadata.getDeletionTimestamp());
    value(metadata.getDeletionGracePeriodSeconds());
    text(metadata.getSelfLink());
    map(metadata.getLabels());
    map(metadata.getAnnotations());
    list(metadata.getFinalizers());
    owners(metadata.getOwnerReferences());
    map(metadata.getAdditionalProperties());
  }

  private void owners(@Nullable List<OwnerReference> owners) {
    head(Tag.LIST, owners == null ? 0 : owners.size());
    for (OwnerReference owner : owners == null ? List.<OwnerReference>of() : owners) {
      text(owner.getApiVersion());
      text(owner.getKind());
      text(owner.getName());
      text(owner.getUid());
      value(owner.getController());
      value(owner.getBlockOwnerDeletion());
      map(owner.getAdditionalProperties());
    }
  }

  private void map(@Nullable Map<String, ?> map) {
    head(Tag.MAP, map == null ? 0 : map.size());
    if (map != null) {
      map.forEach(
          (key, value) -> {
            text(key);
            value(value);
          });
    }
  }

  private void list(@Nullable Collection<?> list) {
    head(Tag.LIST, list == null ? 0 : list.size());
    if (list != null) {
      list.forEach(this::value);
    }
  }

  @SuppressWarnings("unchecked") // what is read from JSON has texts as keys
  private void value(@Nullable Object value) {
    if (value == null) {
      head(Tag.NULL, 0);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Map<?, ?> map) {
      map((Map<String, ?>) map);
    } else if (value instanceof Collection<?> list) {
      list(list);
    } else if (value instanceof Boolean yes) {
      head(yes ? Tag.TRUE : Tag.FALSE, 0);
    } else if (value instanceof Integer number) {
      head(Tag.INT, ((number << 1) ^ (number >> (Integer.SIZE - 1))) & UNSIGNED);
    } else if (value instanceof Long number) {
      head(Tag.LONG, 0);
      fixed(number);
    } else if (value instanceof Double number) {
      head(Tag.DOUBLE, 0);
      fixed(Double.doubleToRawLongBits(number));
    } else if (value instanceof BigInteger number) {
      head(Tag.BIG_INTEGER, 0);
      text(number.toString());
    } else if (value instanceof BigDecimal number) {
      head(Tag.BIG_DECIMAL, 0);
      text(number.toString());
    } else {
      // a model class, which no API server has sent
      value(plain(value));
    }
  }

  /** By way of its text: only what JSON has comes out of that. */
  private static @Nullable Object plain(Object value) {
    try {
      return Json.MAPPER.readValue(Json.MAPPER.writeValueAsBytes(value), Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(@Nullable String text) {
    if (text == null) {
      head(Tag.NULL, 0);
      return;
    }
    long time = Times.number(text);
    if (time >= 0) {
      head(Tag.TIME, time);
    } else if (Uuids.isOne(text)) {
      head(Tag.UUID, 0);
      fixed(Uuids.high(text));
      fixed(Uuids.low(text));
    } else {
      int number = words.number(text, object);
      if (number >= 0) {
        head(Tag.WORD, number);
      } else {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        head(Tag.TEXT, encoded.length);
        bytes.writeBytes(encoded);
      }
    }
  }

  /** Seven bits a byte, the lowest first. */
  private void head(int tag, long number) {
    long left = (number << Tag.BITS) | tag;
    while (left >= MORE) {
      bytes.write((int) (left & (MORE - 1)) | MORE);
      left >>>= SEVEN;
    }
    bytes.write((int) left);
  }

  private void fixed(long number) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.write((int) (number >>> shift));
    }
  }
}
