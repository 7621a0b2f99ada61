package io.jopf.watch;

/**
 * Wants to know everything that a watch tells, echoes of our own writes included. Must only take
 * note: it is called in the order of the changes, and the next change waits for it.
 */
@FunctionalInterface
public interface DeliveryListener {
  /** Something happened to an object. What is handed out is shared and must not be changed. */
  void delivered(Delivery delivery);
}
