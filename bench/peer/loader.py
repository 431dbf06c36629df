"""The other side of the loader's comparison: torch's DataLoader over torchvision's transforms of Pillow's pictures.

python loader.py FOLDER BATCH WORKERS SIDE: answers a line of JSON for each line of JSON.
"""
import hashlib
import json
import multiprocessing
import os
import sys
import time

import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset, RandomSampler
from torchvision import transforms

folder, batch, workers, side = sys.argv[1], *map(int, sys.argv[2:5])
names = sorted(name for name in os.listdir(folder) if name.endswith(".jpg"))

geometry = transforms.Compose(
    [
        transforms.Resize(side, interpolation=transforms.InterpolationMode.BICUBIC),
        transforms.CenterCrop(side),
    ]
)
augmentation = transforms.AutoAugment(transforms.AutoAugmentPolicy.IMAGENET)
to_tensor = transforms.Compose(
    [
        transforms.ToTensor(),
        transforms.Normalize((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)),
    ]
)


class Pictures(Dataset):
    def __init__(self, augment):
        self.augment = augment

    def __len__(self):
        return len(names)

    def __getitem__(self, index):
        picture = geometry(Image.open(os.path.join(folder, names[index])).convert("RGB"))
        if not self.augment:
            return to_tensor(picture)
        return to_tensor(picture), to_tensor(augmentation(picture))


loaders = {}


def loader(augment, count):
    if (augment, count) not in loaders:
        data = Pictures(augment)
        loaders[augment, count] = DataLoader(
            data,
            batch_size=batch,
            sampler=RandomSampler(data, num_samples=count),
            num_workers=workers,
            persistent_workers=True,
        )
    return loaders[augment, count]


def cpu_seconds():
    """Of this process and of the workers that live."""
    total = time.process_time()
    for child in multiprocessing.active_children():
        fields = open(f"/proc/{child.pid}/stat").read().rsplit(")", 1)[1].split()
        total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


def load(request):
    source = loader(request["augment"], request["batches"] * batch)
    cpu, started = cpu_seconds(), time.perf_counter()
    for _ in source:
        pass
    return {"seconds": time.perf_counter() - started, "cpu_seconds": cpu_seconds() - cpu}


def digests(request):
    pictures = (geometry(Image.open(os.path.join(folder, names[i])).convert("RGB")) for i in request["pictures"])
    return {"digests": [hashlib.sha256(picture.tobytes()).hexdigest() for picture in pictures]}


torch.set_num_threads(1)
for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps(load(request) if request["kind"] == "load" else digests(request)), flush=True)
