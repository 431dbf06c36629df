"""Hydra's own expansion of a sweep: what its BasicSweeper does with the overrides of a multirun before it launches a
job. Reads one JSON object from standard input: the folder and name of a configuration, the overrides, and how many of
the jobs to compose; prints seconds (of processor time) and the peak memory as JSON."""

import json
import resource
import sys
import time

from hydra import initialize_config_dir
from hydra._internal.callbacks import Callbacks
from hydra.core.global_hydra import GlobalHydra
from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.types import HydraContext, RunMode

request = json.load(sys.stdin)

with initialize_config_dir(request["folder"], version_base=None):
    # Hydra loads its plugins anew, so the class is taken after that.
    from hydra._internal.core_plugins.basic_sweeper import BasicSweeper

    hydra = GlobalHydra.instance().hydra
    sweeper = BasicSweeper(max_batch_size=None)
    sweeper.config = hydra.compose_config(
        config_name=request["name"], overrides=[], run_mode=RunMode.MULTIRUN
    )
    sweeper.hydra_context = HydraContext(
        config_loader=hydra.config_loader, callbacks=Callbacks()
    )

    started = time.process_time()
    overrides = OverridesParser.create().parse_overrides(request["overrides"])
    jobs = sweeper.split_arguments(overrides, None)[0]
    expanded = time.process_time()
    sweeper.validate_batch_is_legal(jobs[: request["compose"]])
    composed = time.process_time()

print(
    json.dumps(
        {
            "jobs": len(jobs),
            "expand": expanded - started,
            "compose": composed - expanded,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
