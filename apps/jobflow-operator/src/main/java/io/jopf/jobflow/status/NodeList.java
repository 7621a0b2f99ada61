package io.jopf.jobflow.status;

import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import io.jopf.flow.rollout.NodeStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that succeeded as one text, for where there are too many to list: a line of name, beginning
 * of the UID, attempts and end (seconds since 1970) for each, packed with gzip, in base64.
 */
final class NodeList {
  private static final int UID = 8;
  private static final int LONGEST = 16 * 1024 * 1024;

  private NodeList() {}

  static String pack(List<NodeStatus> nodes) {
    StringBuilder lines = new StringBuilder();
    for (NodeStatus node : nodes) {
      String uid = shortened(node.uid());
      lines.append(node.name()).append(' ').append(uid == null ? "" : uid);
      lines.append(' ').append(node.step().attempts());
      Instant finished = node.step().finished();
      lines.append(' ').append(finished == null ? 0 : finished.getEpochSecond()).append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** The beginning of a UID, which is enough to tell two nodes of one name apart. */
  static @Nullable String shortened(@Nullable String uid) {
    return uid == null || uid.length() <= UID ? uid : uid.substring(0, UID);
  }

  /** What was packed; nothing if it cannot be read. */
  static List<NodeStatus> unpack(@Nullable String packed) {
    List<NodeStatus> nodes = new ArrayList<>();
    for (String line : text(packed).split("\n", -1)) {
      String[] words = line.split(" ", -1);
      if (words.length == 4 && words[2].matches("[0-9]{1,9}") && words[3].matches("[0-9]{1,12}")) {
        int attempts = Integer.parseInt(words[2]);
        Instant finished = Instant.ofEpochSecond(Long.parseLong(words[3]));
        StepStatus step =
            new StepStatus(
                words[0], StepState.SUCCEEDED, attempts, 0, null, null, finished, null, null);
        nodes.add(new NodeStatus(step, words[1].isEmpty() ? null : words[1], false, false));
      }
    }
    return nodes;
  }

  private static String text(@Nullable String packed) {
    if (packed == null || packed.isEmpty()) {
      return "";
    }
    try (GZIPInputStream unpacking =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
      return new String(unpacking.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }
}
