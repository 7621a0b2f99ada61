package io.jopf.jobflow.live;

import io.jopf.WorkAside;
import io.jopf.jobflow.run.Hands;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Carries out creations of all flows: many at the same time, one after there was trouble, and one
 * more again with each that goes well.
 */
@Singleton
final class Creations implements Hands, WorkAside {

  /** What a creation tells of the API server. */
  enum Health {
    WELL,
    TROUBLED,
    /** Nothing: it was not asked. */
    UNKNOWN
  }

  /** One request; exactly one of the two is called. */
  interface Creation {
    Health carryOut();

    /** It is not carried out, because the operator ends. */
    void drop(Throwable why);
  }

  private final int most;
  private final ExecutorService threads;
  private final Deque<Creation> waiting = new ArrayDeque<>();
  private int limit;
  private int running;
  private boolean stopped;

  /**
   * None yet.
   *
   * @param most how many at the same time
   */
  Creations(@Value("${jobflow.parallel-creations:32}") int most) {
    this.most = Math.max(1, most);
    this.limit = this.most;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            this.most,
            this.most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "jobflow-creation");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** Carries out one, soon. */
  void submit(Creation creation) {
    synchronized (this) {
      waiting.add(creation);
    }
    go();
  }

  /** The same, by the thread that calls this if there is room; it must not hold any lock. */
  void carryOut(Creation creation) {
    boolean here;
    synchronized (this) {
      here = running < limit && waiting.isEmpty() && !stopped;
      if (here) {
        running++;
      }
    }
    if (here) {
      run(creation);
    } else {
      submit(creation);
    }
  }

  private void go() {
    while (true) {
      Creation next;
      synchronized (this) {
        if (waiting.isEmpty() || (running >= limit && !stopped)) {
          return;
        }
        running++;
        next = waiting.remove();
      }
      try {
        threads.execute(() -> run(next));
      } catch (RuntimeException | Error e) {
        // stopped, or there is no thread to be had
        synchronized (this) {
          running--;
        }
        next.drop(e);
      }
    }
  }

  private void run(Creation creation) {
    Health health = Health.TROUBLED;
    try {
      if (isStopped()) {
        creation.drop(new CancellationException("the operator ends"));
      } else {
        health = creation.carryOut();
      }
    } finally {
      synchronized (this) {
        running--;
        switch (health) {
          case WELL -> limit = Math.min(most, limit + 1);
          case TROUBLED -> limit = 1;
          case UNKNOWN -> {}
        }
      }
      go();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  @Override
  public <T> List<T> all(List<Supplier<T>> requests, Predicate<T> good) {
    List<CompletableFuture<T>> answers = new ArrayList<>();
    for (Supplier<T> request : requests) {
      Answer<T> answer = new Answer<>(request, good, new CompletableFuture<>());
      answers.add(answer.future);
      submit(answer);
    }
    try {
      // each of them: none goes on when the caller has gone on
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private record Answer<T>(Supplier<T> request, Predicate<T> good, CompletableFuture<T> future)
      implements Creation {
    @Override
    public Health carryOut() {
      T made;
      try {
        made = request.get();
      } catch (RuntimeException | Error e) {
        future.completeExceptionally(e);
        return Health.TROUBLED;
      }
      future.complete(made);
      return good.test(made) ? Health.WELL : Health.TROUBLED;
    }

    @Override
    public void drop(Throwable why) {
      future.completeExceptionally(why);
    }
  }

  /** While there is trouble, each failure may be a time-out that a whole flow waits for. */
  @Override
  public synchronized int patience() {
    return limit == 1 ? 1 : Hands.super.patience();
  }

  /** How many may be carried out at the same time now. */
  synchronized int limit() {
    return limit;
  }

  @Override
  public synchronized boolean isIdle() {
    return running == 0 && waiting.isEmpty();
  }

  @PreDestroy
  void stop() {
    synchronized (this) {
      stopped = true;
    }
    // what had a thread coming, and then what had not
    threads.shutdownNow().forEach(Runnable::run);
    go();
  }
}
