package io.jopf.leader;

import org.jspecify.annotations.Nullable;

/** Where the one record is that all candidates look at. */
interface LeaseStore {

  /**
   * The record as it is now; null if there is none.
   *
   * @throws RuntimeException if the server does not say
   */
  @Nullable LeaseRecord read();

  /**
   * Stores a record if nobody has changed it since it was read, or made one in the meantime.
   *
   * @param record its version is the one that was read; null: there was none
   * @return as stored; null if somebody was faster
   * @throws RuntimeException if the server does not say; it may be stored or not
   */
  @Nullable LeaseRecord write(LeaseRecord record);
}
