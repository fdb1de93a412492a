package org.parkland.land;

/**
 * 占补平衡 of one level between two versions of the protection line.
 *
 * @param addedM2 inside this level now and not before
 * @param removedM2 inside this level before and not now
 */
public record LevelBalance(String level, double beforeM2, double afterM2, double addedM2, double removedM2) {
  /** Added must at least make up for removed, level by level: a loss is not balanced by gain of another level. */
  public boolean isBalanced() {
    return addedM2 >= removedM2;
  }
}
