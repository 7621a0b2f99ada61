package io.jopf.event;

import io.fabric8.kubernetes.api.model.ObjectReference;

/**
 * Something that is to be told once or became a habit.
 *
 * @param about the object that it happened to
 * @param action what was being done: the handler's id
 * @param type {@code Normal} or {@code Warning}
 * @param reason a CamelCase word
 * @param note a sentence for people, at most 1024 characters
 */
record Happening(ObjectReference about, String action, String type, String reason, String note) {

  private static final int NOTE = 1024;
  private static final String COMBINED = "(combined from similar events): ";

  /** What makes happenings alike, whatever their notes say. */
  record Topic(String object, String action, String type, String reason) {}

  static Happening of(
      ObjectReference about, String action, String type, String reason, String message) {
    return new Happening(about, action, type, reason, cut(message));
  }

  Topic topic() {
    return new Topic(object(), action, type, reason);
  }

  /** The object, even one that was read before it had a UID. */
  String object() {
    return about.getUid() + " " + about.getKind() + " " + namespace() + "/" + about.getName();
  }

  /** Where its event lives. */
  String namespace() {
    return about.getNamespace() == null ? "default" : about.getNamespace();
  }

  Happening combined() {
    return new Happening(about, action, type, reason, cut(COMBINED + note));
  }

  private static String cut(String text) {
    return text.length() <= NOTE ? text : text.substring(0, NOTE - 1) + "…";
  }
}
