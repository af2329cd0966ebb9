/**
 * The practice cloud's wire: requests and answers in Azure's shapes, one handler a resource type.
 */
@org.jspecify.annotations.NullMarked
package dev.wrapkey.simulator.rest;
