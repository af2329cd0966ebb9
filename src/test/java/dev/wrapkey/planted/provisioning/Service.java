package dev.wrapkey.planted.provisioning;

public interface Service {}
