# Sourced by the scripts beside it that drive Chromium, which the tests' libraries do: compiles, then runs a class.
drive() { # root, class, arguments
  local root=$1 class=$2
  shift 2
  (cd "$root" && mvn -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath \
    -DincludeScope=test >&2)
  (cd "$root" && java -Xmx4g -cp "target/test-classes:target/classes:$(cat "$root/target/test.classpath")" "$class" "$@")
}
