# Sourced by bin/bench: a Spark master and two workers on the loopback, from the jars of the Maven profile, and
# `bin/parkland cluster` submitted to them while one worker is killed. Its figures must be those of one process.

# workers_home ROOT FOLDER: what a Spark installation has, without what Parkland brings itself
workers_home() {
  mkdir -p "$2/spark/jars" "$2/spark/bin"
  local each
  for each in "$1"/target/cluster/lib/*.jar; do
    case $(basename "$each") in
      sedona-*|geotools-*|jts-*|sqlite-*|postgresql-*|postgis-*|picocli-*|h2gis*|flatgeobuf*|javalin*|fastexcel*) ;;
      *) ln -s "$each" "$2/spark/jars/" ;;
    esac
  done
  cat >"$2/spark/bin/spark-submit" <<'EOF'
#!/usr/bin/env bash
exec java ${SPARK_SUBMIT_OPTS:-} -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.SparkSubmit "$@"
EOF
  chmod +x "$2/spark/bin/spark-submit"
}

# workers_start FOLDER CLASS ARGUMENTS…: prints its process id
workers_start() {
  local folder=$1 class=$2
  shift 2
  java -Xmx512m -Dorg.slf4j.simpleLogger.defaultLogLevel=info -cp "$SPARK_HOME/jars/*" "org.apache.spark.deploy.$class" \
    --host 127.0.0.1 --webui-port 0 "$@" >>"$folder/$class.log" 2>&1 &
  echo $!
}

# workers_bench ROOT PARCELS
workers_bench() {
  local root=$1 folder port=7177 master one two status
  folder=$(mktemp -d)
  . "$root/bin/cluster.sh"
  cluster_build "$root"
  java -Xmx2g "${spark_opens[@]}" -Dspark.master=local[2] -Dspark.ui.enabled=false -cp "$root/target/cluster/parkland-cluster.jar" \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=error org.parkland.cluster.SparkBench "$2" "$folder" make
  local job=(--land "$folder/parcels.parquet" --crs EPSG:4547 --unit-layer "$folder/units.gpkg" --partitions 40)
  SPARK_HOME='' SPARK_MASTER=local[2] "$root/bin/parkland" cluster "${job[@]}" >"$folder/alone.csv" 2>"$folder/alone.log"
  workers_home "$root" "$folder"
  export SPARK_HOME=$folder/spark SPARK_SCALA_VERSION=2.12 SPARK_LOCAL_IP=127.0.0.1
  master=$(workers_start "$folder" master.Master --port $port)
  sleep 5
  one=$(workers_start "$folder" worker.Worker --cores 1 --memory 1g --work-dir "$folder/one" "spark://127.0.0.1:$port")
  two=$(workers_start "$folder" worker.Worker --cores 1 --memory 1g --work-dir "$folder/two" "spark://127.0.0.1:$port")
  trap 'kill '"$master $one $two"' 2>/dev/null || true' RETURN
  sleep 5
  SPARK_OPTIONS="--master spark://127.0.0.1:$port --conf spark.ui.enabled=false" \
    "$root/bin/parkland" cluster "${job[@]}" >"$folder/workers.csv" 2>"$folder/workers.log" &
  local submitted=$!
  # Both have executors by then, and half of the 40 tasks are still to come.
  until grep -qs 'Finished task 7\.' "$folder/workers.log" || ! kill -0 $submitted 2>/dev/null; do sleep 0.1; done
  kill -9 "$one" $(pgrep -P "$one") 2>/dev/null || true
  status=0
  wait $submitted || status=$?
  echo "workersExit                $status"
  echo "tasksLost                  $(grep -c 'Lost task' "$folder/workers.log" || true)"
  echo "executorsLost              $(grep -c 'Lost executor' "$folder/workers.log" || true)"
  grep 'partitions,' "$folder/workers.log" || tail -5 "$folder/workers.log"
  if cmp "$folder/alone.csv" "$folder/workers.csv"; then
    echo "figures                    the same to the last bit ($(wc -l <"$folder/workers.csv") lines)"
  fi
  [ -n "${KEEP:-}" ] && echo "$folder" || rm -rf "$folder"
}
