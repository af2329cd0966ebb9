package dev.wrapkey.planted.simulator.rest;

public final class Handler {}
