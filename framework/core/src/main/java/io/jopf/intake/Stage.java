package io.jopf.intake;

import io.jopf.ObjectKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that is done whenever an object has changed, before its cycle. */
public interface Stage {

  /**
   * Looks at an object; one worker per object at a time.
   *
   * @param now the object; null if it is gone
   * @return when to look again though nothing has changed; null if there is no need
   */
  @Nullable Duration look(ObjectKey key, @Nullable Look now);
}
