package io.jopf.watch;

/** How a stream is. */
enum StreamState {
  /** The first list has not come. */
  STARTING,
  /** Signs of life come. */
  LIVE,
  /** Nothing was heard for longer than the server may be silent. */
  SILENT,
  /** The connection has ended otherwise than agreed, and there is no other yet. */
  LOST,
  /** We may not read. */
  REFUSED,
  /** The kind is not served. */
  MISSING
}
