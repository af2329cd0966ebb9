package dev.wrapkey.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {

  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1920, 1040);
  private static final Rectangle2D RIGHT = new Rectangle2D(1920, -200, 2560, 1400);
  private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 984);

  private static Rectangle2D put(String kept, Rectangle2D... screens) {
    return WindowPlace.read(kept).orElseThrow().on(List.of(screens));
  }

  @Test
  void aWindowOpensWhereItWas() {
    assertThat(put("100,50,1280,800,false", LAPTOP)).isEqualTo(new Rectangle2D(100, 50, 1280, 800));
    assertThat(put("2000,-150,1280,800,false", LAPTOP, RIGHT))
        .isEqualTo(new Rectangle2D(2000, -150, 1280, 800));
    assertThat(put("-1200,10,1100,800,false", LAPTOP, LEFT))
        .isEqualTo(new Rectangle2D(-1200, 10, 1100, 800));
  }

  @Test
  void ofAScreenThatHasGoneItComesToTheMiddleOfTheFirst() {
    assertThat(put("2600,100,1280,800,false", LAPTOP))
        .isEqualTo(new Rectangle2D(320, 120, 1280, 800));
  }

  @Test
  void onASmallerScreenItIsNoLargerThanThat() {
    Rectangle2D small = new Rectangle2D(0, 0, 1024, 560); // a laptop at 175 %
    assertThat(put("100,50,1920,1000,false", small)).isEqualTo(small);
  }

  @Test
  void whatHangsOverAnEdgeIsPushedBackWhole() {
    assertThat(put("1500,700,1280,800,false", LAPTOP))
        .isEqualTo(new Rectangle2D(640, 240, 1280, 800));
    assertThat(put("-300,20,1280,800,false", LAPTOP)).isEqualTo(new Rectangle2D(0, 20, 1280, 800));
  }

  @Test
  void betweenTwoScreensItGoesToTheOneThatShowsMoreOfIt() {
    assertThat(put("1700,0,1280,800,false", LAPTOP, RIGHT))
        .isEqualTo(new Rectangle2D(1920, 0, 1280, 800));
  }

  @Test
  void aTitleBarThatNobodyCanTakeHoldOfIsBroughtBack() {
    assertThat(put("100,-600,1280,800,false", LAPTOP))
        .isEqualTo(new Rectangle2D(320, 120, 1280, 800));
    assertThat(put("1900,100,1280,800,false", LAPTOP))
        .isEqualTo(new Rectangle2D(320, 120, 1280, 800));
  }

  @Test
  void whatWasWrittenIsRead() {
    WindowPlace place = new WindowPlace(new Rectangle2D(-12.4, 7.6, 1280, 800), true);
    assertThat(place.write()).isEqualTo("-12,8,1280,800,true");
    assertThat(WindowPlace.read(place.write()).orElseThrow().maximized()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2,3",
        "1,2,3,4,maybe",
        "NaN,0,10,10,false",
        "0,0,0,100,false",
        "0,0,-5,100,false",
        "0,0,1e9,100,false",
        "0,0,99999999,5,true"
      })
  void nonsenseIsNoPlace(String kept) {
    assertThat(WindowPlace.read(kept)).isEmpty();
  }
}
