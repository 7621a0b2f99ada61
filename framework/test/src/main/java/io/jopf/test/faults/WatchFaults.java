package io.jopf.test.faults;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The operator's watches of one resource: those that are open and those to come. */
public final class WatchFaults {

  private final String resource;
  private final List<OpenWatch> all;
  private final Requests requests;
  private final Executor later;

  /**
   * @param later does something when a client has had time to act
   */
  WatchFaults(String resource, List<OpenWatch> all, Requests requests, Executor later) {
    this.resource = resource;
    this.all = all;
    this.requests = requests;
    this.later = later;
  }

  /** How many are open, silent ones included. */
  public int open() {
    return (int) those().count();
  }

  /** The open ones fall silent: no event, no answer to a ping, no end unless the test says so. */
  public void halfOpen() {
    each(OpenWatch::silence);
  }

  /** The open ones break in the middle of their next event. */
  public void resetMidEvent() {
    each(OpenWatch::cutNextEvent);
  }

  /** The open ones are reset. */
  public void resetAll() {
    each(OpenWatch::reset);
  }

  /** The open ones end in good order, as an API server does every few minutes. */
  public void closeAll() {
    each(OpenWatch::end);
  }

  /**
   * The open ones get an event of type {@code ERROR} and end a second later, unless the client ends
   * them: in some clients an end overtakes the event before it.
   *
   * @param code such as 410, for a resource version that is too old
   */
  public void sendError(int code) {
    each(
        watch -> {
          watch.event("{\"type\":\"ERROR\",\"object\":" + Answer.status(code) + "}");
          later.execute(watch::end);
        });
  }

  /** The next attempts fail: the connection is reset before an answer. */
  public Fault refuse(int times) {
    return requests.drop().times(times);
  }

  /** The next attempts succeed and end at once. */
  public Fault endAtOnce(int times) {
    return requests.endAtOnce().times(times);
  }

  private Stream<OpenWatch> those() {
    return all.stream().filter(watch -> watch.request().resource().equals(resource));
  }

  private void each(Consumer<OpenWatch> action) {
    those().forEach(action);
  }
}
