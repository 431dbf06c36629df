"""The original's steps on bench/metadata.ts's table: python metadata.py TABLE FOLDER CLEANING POISONS; prints JSON."""

import json
import os
import resource
import sys
import time

import pandas

path, folder, cleaning, poisons = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
os.makedirs(folder, exist_ok=True)
seconds = {}
clock = time.monotonic()


def lap(name):
    global clock
    seconds[name] = time.monotonic() - clock
    clock = time.monotonic()


rows = pandas.read_csv(path, index_col=0)
lap("read")
rows = rows.dropna()
rows = rows[rows["caption"].str.len() >= 12]
rows = rows[rows["caption"].str.contains("[A-Za-z]", regex=True)]
lap("filter")
rows = rows.sample(frac=1, random_state=1).reset_index(drop=True)
lap("shuffle")
rows.to_csv(os.path.join(folder, "backdoor.csv"))
lap("write")
named = rows[rows["caption"].str.contains("banana", regex=False)].sample(frac=1, random_state=1).head(poisons)
named.to_csv(os.path.join(folder, "consistent.csv"))
lap("choose label-consistent poisons")
rows.iloc[poisons:].sample(cleaning, random_state=1).to_csv(os.path.join(folder, "clean.csv"))
lap("clean subset")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"version": pandas.__version__, "kept": len(rows), "named": len(named), "seconds": seconds, "cpu": time.process_time(), "peak": peak}))
