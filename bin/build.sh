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
  archive_classes "$root" || rm -f "$root/target/parkland.jsa"
}

# Keeps the classes of a small import as they lie in memory, which shortens every start; all works without it.
archive_classes() {
  local root=$1 scratch
  scratch=$(mktemp -d)
  PARKLAND_HOME=$root java -XX:ArchiveClassesAtExit="$root/target/parkland.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
    -jar "$root/target/parkland.jar" import "$root/gis-data/jianghai/parcels-2025.zip" --as parcels --date 2025-12-31 \
    --db "$scratch/archive.gpkg" >/dev/null 2>&1
  local ended=$?
  rm -rf "$scratch"
  return $ended
}
