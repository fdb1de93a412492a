package org.parkland.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void eachRoleMayDoWhatThoseBeforeItMay() {
    assertThat(Role.ADMIN.covers(Role.VIEWER)).isTrue();
    assertThat(Role.PLANNER.covers(Role.PLANNER)).isTrue();
    assertThat(Role.VIEWER.covers(Role.PLANNER)).isFalse();
    assertThat(Role.PLANNER.covers(Role.ADMIN)).isFalse();
  }

  @Test
  void whoRunsTheProcessIsItsAdministratorUnderTheNameTheSystemKnows() {
    assertThat(Actor.local()).isEqualTo(new Actor(System.getProperty("user.name"), Role.ADMIN, Actor.HERE));
    assertThat(Actor.local().at("10.1.2.3").address()).isEqualTo("10.1.2.3");
  }
}
