/** The part of Kusto Query Language that the practice cloud's Resource Graph understands. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.query;
