# Sourced by bin/parkland: runs the cluster job, on the Spark that SPARK_HOME names or, without one, on this machine.

# JDK packages that Spark reaches into.
spark_opens=()
for package in sun.nio.ch java.nio java.lang.invoke java.util java.lang sun.util.calendar; do
  spark_opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

# cluster_build ROOT
cluster_build() {
  local root=$1 jar=$1/target/cluster/parkland-cluster.jar
  if [ ! -f "$jar" ] || [ -n "$(find "$root/src" "$root/pom.xml" -newer "$jar" -type f -print -quit)" ]; then
    echo "building the cluster job …" >&2
    mvn -q -B -ntp -f "$root/pom.xml" -Pcluster -DskipTests package >&2
  fi
}

# cluster_run ROOT ARGUMENTS…
cluster_run() {
  local root=$1 jar=$1/target/cluster/parkland-cluster.jar
  shift
  cluster_build "$root"
  export PARKLAND_HOME="${PARKLAND_HOME:-$root}"
  if [ -z "${SPARK_HOME:-}" ]; then
    exec java "${spark_opens[@]}" ${JAVA_OPTS:-} -Dspark.master="${SPARK_MASTER:-local[*]}" -Dspark.ui.enabled=false \
      -Dspark.ui.showConsoleProgress=true -Dlog.others=error \
      -cp "$jar" org.parkland.cluster.ClusterCommand "$@"
  fi
  # What the cluster has itself must not come a second time.
  local jars
  jars=$(for each in "$root"/target/cluster/lib/*.jar; do
    [ -e "$SPARK_HOME/jars/$(basename "$each")" ] || echo "$each"
  done | grep -v '/spark-\|/hadoop-\|/scala-' | paste -sd,)
  exec "$SPARK_HOME/bin/spark-submit" ${SPARK_OPTIONS:-} --class org.parkland.cluster.ClusterCommand --jars "$jars" \
    --conf "spark.driver.extraJavaOptions=${spark_opens[*]}" --conf "spark.executor.extraJavaOptions=${spark_opens[*]}" \
    "$jar" "$@"
}
