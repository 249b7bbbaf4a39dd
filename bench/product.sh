# Sourced by the benchmarks: starts the product in the background and stops it when the script ends.

# A handful of tablets stands for all: what is measured is the product, not what one tablet may send.
export VISITENKARTE_DEVICE_REQUESTS=1000000

# Builds the benchmarks with all that they need from here.
build_bench() {
  (cd "$home" && mvn -q -B -pl bench -am package -DskipTests -Dspotless.check.skip=true) > "$work/build.log" 2>&1 || {
    cat "$work/build.log" >&2
    exit 1
  }
}

# bench CLASS ARGUMENTS: runs a benchmark
bench() {
  (exec_bench "$@")
}

# exec_bench CLASS ARGUMENTS: the same in the place of this shell
exec_bench() {
  class=$1
  shift
  exec java ${BENCH_OPTIONS:--Xmx256m -XX:+UseSerialGC} -cp "$home/bench/target/classes:$(cat "$home/bench/target/classpath")" \
    "de.visitenkarte.bench.$class" "$@"
}

# start_product DATA PORT OPTIONS: sets $product to its process id; prints how long it took until the banner
start_product() {
  began=$(date +%s%N)
  # Its own session, so that a Ctrl-C reaches it through the trap only, and once.
  data=$1
  first_port=$2
  shift 2
  setsid "$home/run" --data "$data" --port "$first_port" "$@" > "$work/out" 2>&1 &
  product=$!
  trap 'stop_product; rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
  while ! grep -q '^Visitenkarte is running' "$work/out"; do
    kill -0 "$product" 2> /dev/null || { cat "$work/out" >&2; exit 1; }
    sleep 0.1
  done
  banner_millis=$((($(date +%s%N) - began) / 1000000))
  echo "to the banner: $banner_millis ms"
}

# start_plain MODE PORT: starts the rival on plain PostgreSQL in the product's place
start_plain() {
  (BENCH_OPTIONS="-Xmx640m -Xss512k -XX:+UseSerialGC" exec_bench plain.PlainServer "$1" "$work/plain-$1" "$2" "$work/registry.yaml") \
    > "$work/out" 2>&1 &
  product=$!
  trap 'stop_product; rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
  while ! grep -q '^Visitenkarte is running' "$work/out"; do
    kill -0 "$product" 2> /dev/null || { cat "$work/out" >&2; exit 1; }
    sleep 0.1
  done
}

stop_product() {
  kill -TERM "$product" 2> /dev/null || true
  wait "$product" 2> /dev/null || true
}

# metric PORT NAME: the sum of the meters whose name begins so
metric() {
  curl -s "http://127.0.0.1:$1/metrics" | awk -v name="^$2" '$0 ~ name { sum += $NF } END { printf "%d\n", sum }'
}

# Prints the resident memory of the product's process tree in MB. Shared pages are counted once per process.
resident_megabytes() {
  ps -e -o pid= -o ppid= -o rss= | awk -v root="$product" '
    { parent[$1] = $2; rss[$1] = $3 }
    END {
      for (pid in rss) {
        for (up = pid; up != "" && up != root && up > 1; up = parent[up]);
        if (up == root) sum += rss[pid]
      }
      printf "%d\n", sum / 1024
    }'
}
