package org.parkland.print;

/** A rectangle on paper, in points; {@code x}, {@code y} is its lower left corner. */
record Box(double x, double y, double width, double height) {
  double right() {
    return x + width;
  }

  double top() {
    return y + height;
  }

  double middle() {
    return x + width / 2;
  }

  Box inset(double margin) {
    return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
  }

  boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.top() && other.y < top();
  }

  boolean holds(Box other) {
    return x <= other.x && y <= other.y && right() >= other.right() && top() >= other.top();
  }
}
