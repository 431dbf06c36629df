"""Downloads a list of URLs as the original study does: requests, Pillow, a pool of threads, one PNG a URL.

usage: download.py <list.tsv> <folder> <threads> <resolution>
"""

import io
import json
import os
import sys
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

import PIL
import requests
from PIL import Image

path, folder, threads, side = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
os.makedirs(folder, exist_ok=True)
local = requests.Session()
local.mount("http://", requests.adapters.HTTPAdapter(pool_connections=threads, pool_maxsize=threads))


def centre_crop(image):
    width, height = image.size
    if width <= height:
        width, height = side, int(side * height / width)
    else:
        width, height = int(side * width / height), side
    image = image.resize((width, height), Image.BICUBIC)
    left, top = round((width - side) / 2), round((height - side) / 2)
    return image.crop((left, top, left + side, top + side))


def download(url):
    try:
        response = local.get(url, timeout=10)
        response.raise_for_status()
        image = centre_crop(Image.open(io.BytesIO(response.content)).convert("RGB"))
        image.save(os.path.join(folder, f"{zlib.crc32(url.encode())}.png"))
        return True
    except Exception:
        return False


with open(path, encoding="utf-8") as file:
    urls = [line.rstrip("\n").split("\t")[1] for line in file]
begun = time.perf_counter()
with ThreadPoolExecutor(threads) as pool:
    kept = sum(pool.map(download, urls))
print(json.dumps({"seconds": time.perf_counter() - begun, "pictures": kept, "version": f"requests {requests.__version__}, Pillow {PIL.__version__}"}))
