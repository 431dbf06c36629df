#!/usr/bin/env bash
# up.sh FOLDER [--nodes N] [--cpus N] [--gpus N] [--accounting]
#
# A real Slurm cluster on loopback, for tests. Debian 12, as root. Installs what is missing (slurm-wlm, munge; with
# --accounting also slurmdbd and MariaDB), starts N slurmd on this host (names n1..nN) and returns once sinfo reports
# every node idle. Run it again and it keeps what is alive and starts what is not (also a slurmd that a test killed).
# down.sh FOLDER stops it all. Everything it writes is in FOLDER; clients find the cluster by SLURM_CONF.
# No systemd, no cgroups: processes are tracked by parent pid (linuxproc).
#
# Partitions: "main" (default; jobs there are requeued when preempted, after GRACE seconds) and "urgent" (same nodes,
# preempts main). GPUs are pretended: --gpus makes each node offer that many gres/gpu, and Slurm sets
# CUDA_VISIBLE_DEVICES by them, but no device is behind.
# Settings by environment, in seconds: SLURM_UP_NODE_TIMEOUT, SLURM_UP_GRACE, SLURM_UP_REQUEUE_WAIT, SLURM_UP_JOB_AGE.
set -euo pipefail

dir=$1; shift
nodes=1 cpus=$(nproc) gpus=0 acct=0
while [ $# -gt 0 ]; do
  case $1 in
    --nodes) nodes=$2; shift 2 ;;
    --cpus) cpus=$2; shift 2 ;;      # as claimed by each node; may exceed the real ones
    --gpus) gpus=$2; shift 2 ;;
    --accounting) acct=1; shift ;;
    *) echo "up.sh: unknown option $1" >&2; exit 2 ;;
  esac
done
node_timeout=${SLURM_UP_NODE_TIMEOUT:-10}   # seconds until a silent node counts as down
grace=${SLURM_UP_GRACE:-5}                  # seconds between preemption's SIGTERM and SIGKILL
requeue_wait=${SLURM_UP_REQUEUE_WAIT:-5}
job_age=${SLURM_UP_JOB_AGE:-300}
conf=$dir/slurm.conf
say() { echo "slurm: $*" >&2; }
die() { say "$*"; for f in "$dir"/log/*.log; do [ -s "$f" ] && { echo "== $f"; tail -n 8 "$f"; }; done >&2; exit 1; }
alive() { # alive PIDFILE: that process runs, is no zombie, and is what the file's name says
  local p n; p=$(cat "$1" 2>/dev/null) && [ -n "$p" ] && n=$(basename "$1") &&
    [ "$(cat "/proc/$p/comm" 2>/dev/null)" = "${n%%.*}" ] && ! grep -q '^State:.Z' "/proc/$p/status" 2>/dev/null
}
wait_for() { # wait_for SECONDS WHAT COMMAND...
  local end=$((SECONDS + $1)) what=$2; shift 2
  until "$@" >/dev/null 2>&1; do [ $SECONDS -lt $end ] || die "gave up waiting for $what"; sleep 0.2; done
}
[ "$(id -u)" = 0 ] || { say "run me as root"; exit 1; }

# --- packages -------------------------------------------------------------
pkgs=(slurmctld slurmd slurm-client munge)
[ $acct = 1 ] && pkgs+=(slurmdbd slurm-wlm-mysql-plugin mariadb-server)
missing=()
for p in "${pkgs[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing+=("$p")
done
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  # an old package list is tried first, so that the update is paid only if needed
  apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
    { apt-get -o DPkg::Lock::Timeout=120 update && apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 ||
    { tail -n 20 "$log" >&2; exit 1; }
  rm -f "$log"
fi

mkdir -p "$dir"/{log,state,pid,mysql}
chmod 755 "$dir" "$dir"/{log,state,pid}; chmod 700 "$dir/state"

# --- munge: a key and a socket of our own ---------------------------------
sock=$dir/munge.sock
[ -s "$dir/munge.key" ] || { (umask 077; head -c 128 /dev/urandom >"$dir/munge.key"); }
if ! alive "$dir/pid/munged"; then
  rm -f "$sock" "$sock".*
  munged --key-file="$dir/munge.key" --socket="$sock" --pid-file="$dir/pid/munged" \
    --log-file="$dir/log/munged.log" --seed-file="$dir/munge.seed" || die "munged did not start"
fi
wait_for 10 munged munge --socket="$sock" -n

# --- accounting (sacct): MariaDB on a loopback port, then slurmdbd ---------
if [ $acct = 1 ]; then
  if ! alive "$dir/pid/mariadbd"; then
    chown mysql "$dir/mysql"
    [ -d "$dir/mysql/mysql" ] || mariadb-install-db --no-defaults --user=mysql --datadir="$dir/mysql" \
      --auth-root-authentication-method=socket >"$dir/log/mariadb-install.log" 2>&1 || die "no MariaDB tables"
    setsid mariadbd --no-defaults --user=mysql --datadir="$dir/mysql" --socket="$dir/mysql/sock" \
      --bind-address=127.0.0.1 --port=46819 --innodb-buffer-pool-size=64M \
      >"$dir/log/mariadbd.log" 2>&1 </dev/null & echo $! >"$dir/pid/mariadbd"
  fi
  sql=(mariadb --no-defaults --socket="$dir/mysql/sock" -uroot)
  wait_for 30 mariadbd "${sql[@]}" -e 'select 1'
  [ -s "$dir/db.pass" ] || (umask 077; od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$dir/db.pass")
  "${sql[@]}" -e "create database if not exists slurm_acct_db;
    create or replace user slurm@'127.0.0.1' identified by '$(cat "$dir/db.pass")';
    create or replace user slurm@localhost identified by '$(cat "$dir/db.pass")';
    grant all on slurm_acct_db.* to slurm@'127.0.0.1'; grant all on slurm_acct_db.* to slurm@localhost"
  (umask 077; cat >"$dir/slurmdbd.conf") <<CONF
AuthType=auth/munge
AuthInfo=socket=$sock
DbdHost=localhost
DbdPort=46816
SlurmUser=root
LogFile=$dir/log/slurmdbd.log
PidFile=$dir/pid/slurmdbd
StorageType=accounting_storage/mysql
StorageHost=127.0.0.1
StoragePort=46819
StorageUser=slurm
StoragePass=$(cat "$dir/db.pass")
StorageLoc=slurm_acct_db
CONF
fi

# --- slurm.conf -------------------------------------------------------------
mem=$(awk -v n="$nodes" '/^MemTotal/ {print int($2 / 1024 * 0.9 / n)}' /proc/meminfo)
host=$(hostname -s)
gres=
if [ "$gpus" -gt 0 ]; then
  gres="Gres=gpu:$gpus"
  : >"$dir/gres.conf.new"
  for i in $(seq "$nodes"); do for g in $(seq 0 $((gpus - 1))); do
    # a second /dev/null stands in for /dev/nvidiaN (Slurm wants a character device)
    [ -c "$dir/nvidia$g" ] || mknod "$dir/nvidia$g" c 1 3
    echo "NodeName=n$i Name=gpu File=$dir/nvidia$g" >>"$dir/gres.conf.new"
  done; done
  mv "$dir/gres.conf.new" "$dir/gres.conf"
else
  rm -f "$dir/gres.conf"
fi
{
  cat <<CONF
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
# cred_expire is also how long a requeued job waits before it may start (120 by default)
AuthInfo=cred_expire=$requeue_wait,socket=$sock
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmctldPort=46817
StateSaveLocation=$dir/state
SlurmctldPidFile=$dir/pid/slurmctld
SlurmctldLogFile=$dir/log/slurmctld.log
SlurmdPidFile=$dir/pid/slurmd.%n
SlurmdSpoolDir=$dir/spool.%n
SlurmdLogFile=$dir/log/slurmd.%n.log
# without cgroups and without pinning: several slurmd share the real cores
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
DefMemPerCPU=256
GresTypes=gpu
# quick turns for tests (a site's are slower)
SchedulerParameters=bf_interval=2,sched_interval=2
SlurmdTimeout=$node_timeout
SlurmctldTimeout=30
KillWait=5
MinJobAge=$job_age
ReturnToService=2
JobRequeue=1
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
# one line a finished job, also where there is no sacct
JobCompType=jobcomp/filetxt
JobCompLoc=$dir/log/jobcomp.log
CONF
  if [ $acct = 1 ]; then
    # (the "pass" of slurmdbd is the path of its munge socket)
    printf '%s\n' AccountingStorageType=accounting_storage/slurmdbd AccountingStorageHost=localhost AccountingStoragePort=46816 \
      AccountingStoragePass="$sock" AccountingStoreFlags=job_comment
    [ "$gpus" -gt 0 ] && echo AccountingStorageTRES=gres/gpu
  else
    echo AccountingStorageType=accounting_storage/none
  fi
  [ -n "${SLURM_UP_EXTRA:-}" ] && printf '%s\n' "$SLURM_UP_EXTRA"
  echo "NodeName=n[1-$nodes] NodeHostname=$host NodeAddr=127.0.0.1 Port=[46820-$((46819 + nodes))] CPUs=$cpus RealMemory=$mem $gres"
  echo "PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE PriorityTier=1 PreemptMode=REQUEUE GraceTime=$grace"
  echo "PartitionName=urgent Nodes=ALL MaxTime=INFINITE PriorityTier=10 PreemptMode=OFF"
} | sed 's/^\(NodeName=\)n\[1-1\]/\1n1/; s/Port=\[46820-46820\]/Port=46820/' >"$conf.new"
changed=0
cmp -s "$conf.new" "$conf" || changed=1
mv "$conf.new" "$conf"
export SLURM_CONF=$conf
# a changed cluster shape needs fresh daemons
if [ $changed = 1 ]; then
  for f in "$dir"/pid/slurmd.* "$dir"/pid/slurmctld; do
    if alive "$f"; then kill "$(cat "$f")"; for _ in $(seq 50); do alive "$f" || break; sleep 0.1; done; fi
    rm -f "$f"
  done
fi

# --- daemons ----------------------------------------------------------------
if [ $acct = 1 ] && ! alive "$dir/pid/slurmdbd"; then
  rm -f "$dir/pid/slurmdbd"
  SLURM_CONF=$dir/slurmdbd.conf slurmdbd || die "slurmdbd did not start"
  wait_for 30 slurmdbd bash -c ': </dev/tcp/127.0.0.1/46816'
  sacctmgr -i add cluster loopback >/dev/null 2>&1 || true     # fails once it is there
fi
alive "$dir/pid/slurmctld" || { rm -f "$dir/pid/slurmctld"; slurmctld || die "slurmctld did not start"; }
wait_for 20 slurmctld bash -c 'scontrol ping | grep -q UP'
for i in $(seq "$nodes"); do
  alive "$dir/pid/slurmd.n$i" && continue
  mkdir -p "$dir/spool.n$i"; rm -f "$dir/pid/slurmd.n$i"
  slurmd -N "n$i" || die "slurmd n$i did not start"
done
usable() { [ "$(sinfo -h -N -p main -o %T | grep -cE '^(idle|mixed|allocated|completing)$')" = "$nodes" ]; }
wait_for 60 "idle nodes" usable
say "up in ${SECONDS}s: $(sinfo --version), $nodes node(s) x $cpus CPU(s), $gpus GPU(s) each, accounting $([ $acct = 1 ] && echo on || echo off)"
sinfo -N -o '%N %P %T %c %m %G'
