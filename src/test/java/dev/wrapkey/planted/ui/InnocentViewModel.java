package dev.wrapkey.planted.ui;

import dev.wrapkey.planted.provisioning.Service;
import javafx.beans.property.SimpleStringProperty;
import org.jspecify.annotations.Nullable;

final class InnocentViewModel {
  SimpleStringProperty name = new SimpleStringProperty();
  @Nullable Service service;
}
