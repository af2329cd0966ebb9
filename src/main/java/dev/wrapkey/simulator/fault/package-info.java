/** What can go wrong in the practice cloud because somebody switched it on. */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.fault;
