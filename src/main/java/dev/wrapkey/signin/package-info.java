/** Who uses which Azure: clouds, ways to sign in, and what a sign-in gives. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.signin;
