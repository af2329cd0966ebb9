package dev.wrapkey.planted.provisioning;

import javafx.beans.property.SimpleStringProperty;

public final class SeesToolkit {
  SimpleStringProperty name = new SimpleStringProperty();
}
