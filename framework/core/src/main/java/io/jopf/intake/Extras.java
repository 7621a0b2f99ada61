package io.jopf.intake;

import io.jopf.Stopped;
import io.jopf.WatchEvent;
import org.jspecify.annotations.Nullable;

/**
 * What only some handlers may ask for.
 *
 * @param event what has happened; null unless that is why the handler runs
 * @param stopped whether it has to stop; null unless it is a daemon
 */
public record Extras(@Nullable WatchEvent event, @Nullable Stopped stopped) {

  /** Nothing of it. */
  public static final Extras NONE = new Extras(null, null);
}
