package dev.wrapkey.planted.provisioning;

import reactor.core.publisher.Mono;

public final class UsesReactor {
  Mono<String> one = Mono.empty();
}
