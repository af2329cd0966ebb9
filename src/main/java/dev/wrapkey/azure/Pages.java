package dev.wrapkey.azure;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import dev.wrapkey.provisioning.Cancellation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/** Listings of the SDK, fetched one page at a time so that they can be stopped between two. */
final class Pages {

  private Pages() {}

  /** Hands over page by page; after a cancellation neither fetches nor hands over anything more. */
  static <T, R> void each(
      Callable<PagedIterable<T>> listing,
      Function<T, R> reader,
      Cancellation cancellation,
      Consumer<List<R>> taker) {
    cancellation.check();
    Iterator<PagedResponse<T>> pages =
        AzureFailures.ask(() -> listing.call().iterableByPage().iterator());
    while (hasNext(pages, cancellation)) {
      PagedResponse<T> page = AzureFailures.ask(pages::next);
      cancellation.check();
      taker.accept(page.getValue().stream().map(reader).toList());
    }
  }

  // The SDK fetches the next page when asked whether there is one.
  private static boolean hasNext(Iterator<?> pages, Cancellation cancellation) {
    cancellation.check();
    return AzureFailures.ask(pages::hasNext);
  }

  static <T, R> List<R> all(Callable<PagedIterable<T>> listing, Function<T, R> reader) {
    List<R> found = new ArrayList<>();
    each(listing, reader, new Cancellation(), found::addAll);
    return found;
  }
}
