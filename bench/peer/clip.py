"""The same CLIP model in PyTorch, trained or asked for embeddings: what the benchmarks compare with.

Reads one JSON request a line from standard input:
  {"kind": "train", "model", "batch", "ssl", "mmcl", "precision": "fp32" | "bf16", "compile", "steps"}
  {"kind": "embed", "model", "batch", "precision", "compile", "steps"}
runs that many steps, or embeds that many batches of pictures, on random data, and answers
  {"seconds": [...], "cpu_seconds": [...], "peak_bytes": N, "version": "2.15.0"} or {"error": "what went wrong"}.
A ModifiedResNet or a vision transformer as in "Learning Transferable Visual Models From Natural Language Supervision"
(2021); channels_last, fused AdamW, bf16 by autocast.
"""
import json
import re
import sys
import time
from contextlib import nullcontext

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 2)


class Bottleneck(nn.Module):
    def __init__(self, inputs, planes, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inputs, planes, 1, bias=False), nn.BatchNorm2d(planes)
        self.conv2, self.bn2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False), nn.BatchNorm2d(planes)
        self.pool = nn.AvgPool2d(stride) if stride > 1 else nn.Identity()
        self.conv3, self.bn3 = nn.Conv2d(planes, planes * 4, 1, bias=False), nn.BatchNorm2d(planes * 4)
        self.shortcut = None
        if stride > 1 or inputs != planes * 4:
            pool = nn.AvgPool2d(stride) if stride > 1 else nn.Identity()
            conv = nn.Conv2d(inputs, planes * 4, 1, bias=False)
            self.shortcut = nn.Sequential(pool, conv, nn.BatchNorm2d(planes * 4))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = F.relu(self.bn2(self.conv2(y)))
        y = self.bn3(self.conv3(self.pool(y)))
        return F.relu(y + (x if self.shortcut is None else self.shortcut(x)))


class AttentionPool(nn.Module):
    def __init__(self, side, width, heads, out):
        super().__init__()
        self.position = nn.Parameter(torch.randn(side * side + 1, width) / width**0.5)
        self.q, self.k, self.v = (nn.Linear(width, width) for _ in range(3))
        self.c = nn.Linear(width, out)
        self.heads = heads

    def forward(self, x):
        x = x.flatten(2).transpose(1, 2)
        x = torch.cat([x.mean(1, keepdim=True), x], 1) + self.position
        batch, length, width = x.shape
        split = lambda t: t.view(batch, -1, self.heads, width // self.heads).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.q(x[:, :1])), split(self.k(x)), split(self.v(x)))
        return self.c(y.transpose(1, 2).reshape(batch, width))


class ImageEncoder(nn.Module):
    def __init__(self, image, embed_dim):
        super().__init__()
        width, half = image["width"], image["width"] // 2
        self.stem = nn.Sequential(
            nn.Conv2d(3, half, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(half), nn.ReLU(),
            nn.Conv2d(half, half, 3, padding=1, bias=False), nn.BatchNorm2d(half), nn.ReLU(),
            nn.Conv2d(half, width, 3, padding=1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
            nn.AvgPool2d(2),
        )
        blocks, inputs = [], width
        for stage, count in enumerate(image["layers"]):
            for i in range(count):
                planes = width * 2**stage
                blocks.append(Bottleneck(inputs, planes, 2 if stage > 0 and i == 0 else 1))
                inputs = planes * 4
        self.blocks = nn.Sequential(*blocks)
        side = image["resolution"] // 4 // 2 ** (len(image["layers"]) - 1)
        self.pool = AttentionPool(side, inputs, image.get("heads") or max(width // 2, 1), embed_dim)

    def forward(self, x):
        return self.pool(self.blocks(self.stem(x)))


class Block(nn.Module):
    def __init__(self, width, heads, causal):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.heads, self.causal = heads, causal

    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = (
            t.view(batch, length, self.heads, -1).transpose(1, 2) for t in self.qkv(self.ln1(x)).chunk(3, -1)
        )
        y = F.scaled_dot_product_attention(q, k, v, is_causal=self.causal)
        x = x + self.out(y.transpose(1, 2).reshape(batch, length, width))
        h = self.up(self.ln2(x))
        return x + self.down(h * torch.sigmoid(1.702 * h))


class VisionTransformer(nn.Module):
    def __init__(self, image, embed_dim):
        super().__init__()
        width, patch = image["width"], image["patch"]
        heads = image.get("heads") or max(width // 64, 1)
        self.conv = nn.Conv2d(3, width, patch, stride=patch, bias=False)
        self.token = nn.Parameter(torch.randn(width) * width**-0.5)
        self.position = nn.Parameter(torch.randn((image["resolution"] // patch) ** 2 + 1, width) * width**-0.5)
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(width)
        self.blocks = nn.Sequential(*(Block(width, heads, False) for _ in range(image["layers"])))
        self.projection = nn.Parameter(torch.randn(width, embed_dim) * width**-0.5)

    def forward(self, x):
        x = self.conv(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.to(x.dtype).expand(len(x), 1, -1), x], 1) + self.position
        x = self.blocks(self.before(x))
        return self.after(x[:, 0]) @ self.projection


class Clip(nn.Module):
    def __init__(self, model):
        super().__init__()
        text, dim = model["text"], model["embed_dim"]
        encoder = VisionTransformer if model["image"]["kind"] == "vit" else ImageEncoder
        self.image = encoder(model["image"], dim)
        self.tokens = nn.Embedding(text["vocabulary"], text["width"])
        self.position = nn.Parameter(torch.randn(text["context"], text["width"]) * 0.01)
        heads = text.get("heads") or max(text["width"] // 64, 1)
        self.blocks = nn.Sequential(*(Block(text["width"], heads, True) for _ in range(text["layers"])))
        self.final = nn.LayerNorm(text["width"])
        self.projection = nn.Parameter(torch.randn(text["width"], dim) * text["width"] ** -0.5)
        self.logit_scale = nn.Parameter(torch.tensor(2.6593))

    def forward(self, images, ids):
        x = self.final(self.blocks(self.tokens(ids) + self.position))
        text = x[torch.arange(len(x)), ids.argmax(-1)] @ self.projection
        return F.normalize(self.image(images), dim=-1), F.normalize(text, dim=-1)


def precision_of(request):
    return torch.autocast("cpu", torch.bfloat16) if request["precision"] == "bf16" else nullcontext()


def random_pictures(request, count):
    side = request["model"]["image"]["resolution"]
    return torch.randn(count, 3, side, side).to(memory_format=torch.channels_last)


def training(request):
    model, text = request["model"], request["model"]["text"]
    clip = Clip(model).to(memory_format=torch.channels_last)
    batch = request["batch"] * (2 if request["ssl"] else 1)
    images = random_pictures(request, batch)
    ids = torch.randint(1, text["vocabulary"] - 2, (batch, text["context"]))
    ids[:, 10] = text["vocabulary"] - 1
    optimizer = torch.optim.AdamW(clip.parameters(), lr=1e-3, weight_decay=0.1, fused=True)
    labels = torch.arange(request["batch"])

    def contrast(a, b):
        return F.cross_entropy(clip.logit_scale.exp() * a @ b.T, labels)

    def loss_of(images, ids):
        i, t = clip(images, ids)
        loss = 0
        if request["ssl"]:
            (i, i2), (t, t2) = i.chunk(2), t.chunk(2)
            loss = (contrast(i, i2) + contrast(t, t2)) / 2
        if request["mmcl"]:
            loss = loss + (contrast(i, t) + contrast(t, i)) / 2
        return loss

    compute = torch.compile(loss_of) if request["compile"] else loss_of

    def step():
        with precision_of(request):
            loss = compute(images, ids)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            clip.logit_scale.clamp_(0, 4.6052)
        return loss.item()

    return step


def embedding(request):
    clip = Clip(request["model"]).to(memory_format=torch.channels_last).eval()
    images = random_pictures(request, request["batch"])
    embed = lambda x: F.normalize(clip.image(x), dim=-1)
    compute = torch.compile(embed) if request["compile"] else embed

    def step():
        with torch.inference_mode(), precision_of(request):
            return compute(images).float().numpy()

    return step


def peak_bytes():
    with open("/proc/self/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1]) * 1024


def measure(step, count):
    seconds, cpu_seconds = [], []
    for _ in range(count):
        start, cpu = time.perf_counter(), time.process_time()
        step()
        seconds.append(time.perf_counter() - start)
        cpu_seconds.append(time.process_time() - cpu)
    return {"seconds": seconds, "cpu_seconds": cpu_seconds, "peak_bytes": peak_bytes(), "version": torch.__version__}


made = {}
for line in sys.stdin:
    request = json.loads(line)
    key = json.dumps({**request, "steps": 0})
    try:
        if key not in made:
            torch.manual_seed(0)
            made[key] = (training if request["kind"] == "train" else embedding)(request)
            for _ in range(3):
                made[key]()
        answer = measure(made[key], request["steps"])
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}".split("\n")[0]}
    print(json.dumps(answer), flush=True)
