# Sourced by the scripts beside it: builds the jar when it is missing or older than the sources.
build_if_needed() {
  local root=$1 jar=$1/target/parkland.jar
  if [ -f "$jar" ] && [ -z "$(find "$root/src/main" "$root/pom.xml" -newer "$jar" -print -quit)" ]; then
    return
  fi
  command -v mvn >/dev/null || { echo "Parkland needs JDK 17 and Maven to build: install maven" >&2; exit 2; }
  echo "building Parkland (the first time takes a few minutes) …" >&2
  mvn -q -B -f "$root/pom.xml" -DskipTests package >&2
  touch "$jar"
}
