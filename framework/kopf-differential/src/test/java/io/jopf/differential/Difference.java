package io.jopf.differential;

/** What differs from Kopf on purpose; each is explained in docs/coming-from-kopf.md. */
enum Difference {
  LATE_CHANGES("Late changes"),
  ONE_WRITE_PER_CYCLE("One write per cycle"),
  REASON_OF_RESUMING("The reason of resuming"),
  NEW_VALUE_OF_A_DELETION("The new value of a deletion"),
  DELETION_BESIDE_A_DAEMON("Deletion beside a daemon"),
  OPTIONAL_DELETION("Optional deletion"),
  IDS_OF_FIELD_HANDLERS("Ids of field handlers"),
  ATTEMPTS_WITH_PARTS("Attempts of a handler with parts"),
  TIMERS_THAT_GIVE_UP("Timers that give up"),
  FINALIZERS_OF_TIMERS("Finalizers of timers");

  private final String title;

  Difference(String title) {
    this.title = title;
  }

  /** As the page calls it. */
  String title() {
    return title;
  }
}
