"""faiss's spherical k-means on the points of bench/kmeans.ts: python kmeans.py FILE ROWS DIM CLUSTERS ITERATIONS"""

import json
import sys
import time

import faiss
import numpy

rows, dim, clusters, iterations = map(int, sys.argv[2:])
points = numpy.fromfile(sys.argv[1], dtype="float32").reshape(rows, dim)
kmeans = faiss.Kmeans(dim, clusters, niter=iterations, spherical=True)
start, processor = time.monotonic(), time.process_time()
kmeans.train(points)
seconds, busy = time.monotonic() - start, time.process_time() - processor
best, _ = kmeans.index.search(points, 1)
print(
    json.dumps(
        {
            "version": faiss.__version__,
            "seconds": seconds,
            "busy": busy,
            "tightness": float(best.mean()),
            "threads": faiss.omp_get_max_threads(),
        }
    )
)
