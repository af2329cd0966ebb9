import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks as fast as a few connections can, and prints a row of a table. */
final class Table {

  static final int CONNECTIONS = 4;

  /** Makes the next request of a connection. */
  interface Question {
    Line.Ask next();
  }

  private Table() {}

  static void head() {
    System.out.println("| request | connections | a second | p50 ms | p99 ms | max ms |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
  }

  /** Asks over some connections for a while and prints a row. */
  static void measure(
      String name, int connections, double seconds, Callable<Line> opening, Question question)
      throws Exception {
    long[] times = run(connections, seconds, opening, question);
    Arrays.sort(times);
    row(name, connections, times, seconds);
  }

  static void row(String name, int connections, long[] sorted, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.2f | %.2f | %.2f |%n",
        name,
        connections,
        sorted.length / seconds,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))] / 1e6;
  }

  /** The nanoseconds of each answer. */
  static long[] run(int connections, double seconds, Callable<Line> opening, Question question)
      throws Exception {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      lines.add(opening.call());
    }
    try (ExecutorService hands = Executors.newCachedThreadPool()) {
      List<Future<long[]>> working = new ArrayList<>();
      long end = System.nanoTime() + (long) (seconds * 1e9);
      for (Line line : lines) {
        working.add(
            hands.submit(
                () -> {
                  long[] times = new long[1024];
                  int count = 0;
                  long now = System.nanoTime();
                  while (now < end) {
                    line.good(question.next());
                    long then = System.nanoTime();
                    if (count == times.length) {
                      times = Arrays.copyOf(times, count * 2);
                    }
                    times[count++] = then - now;
                    now = then;
                  }
                  return Arrays.copyOf(times, count);
                }));
      }
      long[] all = new long[0];
      for (Future<long[]> one : working) {
        long[] some = one.get();
        all = Arrays.copyOf(all, all.length + some.length);
        System.arraycopy(some, 0, all, all.length - some.length, some.length);
      }
      return all;
    } finally {
      for (Line line : lines) {
        line.close();
      }
    }
  }

  static void both(String name, double seconds, Callable<Line> opening, Question question)
      throws Exception {
    run(CONNECTIONS, seconds / 2, opening, question);
    measure(name, 1, seconds, opening, question);
    measure(name, CONNECTIONS, seconds, opening, question);
  }
}
