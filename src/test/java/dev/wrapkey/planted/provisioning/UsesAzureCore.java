package dev.wrapkey.planted.provisioning;

import com.azure.core.util.Context;

public final class UsesAzureCore {
  Context context = Context.NONE;
}
