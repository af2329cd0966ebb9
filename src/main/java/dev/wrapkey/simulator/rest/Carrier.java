package dev.wrapkey.simulator.rest;

/** Takes a request to the practice cloud, whatever may happen on the way. */
@FunctionalInterface
public interface Carrier {

  /** What the request changed is durable before this returns. */
  Delivery deliver(WireRequest request);
}
