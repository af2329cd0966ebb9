/** The practice cloud: a simulator of Azure at wire level, in process, with durable state. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator;
