package io.jopf.differential;

/** What differs from Kopf on purpose; each is explained in docs/coming-from-kopf.md. */
enum Difference {
  LATE_CHANGES("late changes"),
  OPTIONAL_DELETION("optional deletion"),
  NEW_AFTER_DELETION("new value of a deletion");

  private final String title;

  Difference(String title) {
    this.title = title;
  }

  /** As the page calls it. */
  String title() {
    return title;
  }
}
