#!/bin/bash
@DIRECTIVES@
# One stage of an experiment, or of an array of stages the one whose number Slurm gives. `expc run --launcher slurm`
# fills the places between @; execution.slurm.script names a copy of this file to use instead.
set -e
@SETUP@
threads=@THREADS@
export TF_NUM_INTRAOP_THREADS="$threads" OMP_NUM_THREADS="$threads"
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
# Slurm sets it for those who ask for GPUs; without, a process would see all that the node has.
export CUDA_VISIBLE_DEVICES="${CUDA_VISIBLE_DEVICES-}"
# exec: the stage's process is the job's own, and gets Slurm's signals itself.
exec @NODE@ --enable-source-maps @ENTRY@ @BATCH@ "${SLURM_ARRAY_TASK_ID:-0}"
