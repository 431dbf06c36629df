#!/usr/bin/env bash
# down.sh FOLDER - stops what up.sh started, by its pid files; running jobs are cancelled first; removes the folder.
set -uo pipefail
dir=$1
export SLURM_CONF=$dir/slurm.conf
[ -d "$dir/pid" ] || exit 0
alive() { # alive PIDFILE: that process runs, is no zombie, and is what the file's name says
  local p n; p=$(cat "$1" 2>/dev/null) && [ -n "$p" ] && n=$(basename "$1") &&
    [ "$(cat "/proc/$p/comm" 2>/dev/null)" = "${n%%.*}" ] && ! grep -q '^State:.Z' "/proc/$p/status" 2>/dev/null
}
stop() { # stop PIDFILE: TERM, up to 10 s, then KILL
  if alive "$1"; then
    kill "$(cat "$1")"
    for _ in $(seq 100); do alive "$1" || break; sleep 0.1; done
    if alive "$1"; then kill -9 "$(cat "$1")"; sleep 0.2; fi
  fi
  rm -f "$1"
}
if alive "$dir/pid/slurmctld"; then
  jobs=$(timeout 10 squeue -h -o %A | sort -u)
  if [ -n "$jobs" ]; then
    # shellcheck disable=SC2086
    timeout 10 scancel $jobs
    for _ in $(seq 50); do [ -z "$(timeout 5 squeue -h -t R,CG,S)" ] && break; sleep 0.2; done
  fi
fi
for f in "$dir"/pid/slurmd.* "$dir"/pid/slurmctld "$dir"/pid/slurmdbd "$dir"/pid/mariadbd "$dir"/pid/munged; do
  [ -e "$f" ] && stop "$f"
done
rm -rf "$dir"
