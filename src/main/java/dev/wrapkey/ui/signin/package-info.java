/** The way into real Azure: which cloud, who, which tenant, which subscriptions. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.ui.signin;
