"""The same work in PyTorch: same models, data, batch sizes and steps as the listings and their PyTorch tabs, timed on the same machine.

    python3 torch.py <folder with train-0.bin … and manifest.json>

Prints one line of JSON: milliseconds per sample of each measurement, and the versions.
"""
import gzip
import json
import os
import random
import struct
import sys
import tempfile
import time

# this file is called torch.py: its folder must not be the first place Python looks for torch
sys.path.pop(0)
import torch  # noqa: E402
import torchvision  # noqa: E402
from torch import nn  # noqa: E402
from torch.utils import data  # noqa: E402

WORKERS = 4  # as the PyTorch book prints it


def timed(work, repeat):
    samples = []
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
    return samples


# -- linear regression: 3 epochs of 100 batches of 10 ------------------------------------------------------------------


def synthetic():
    X = torch.normal(0, 1, (1000, 2))
    y = X @ torch.tensor([2, -3.4]) + 4.2
    return X, (y + torch.normal(0, 0.01, y.shape)).reshape(-1, 1)


def data_iter(features, labels, size):
    """As section 3.2 prints it."""
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(indices), size):
        rows = indices[i : i + size]
        yield features[rows], labels[rows]


def linear_scratch():
    features, labels = synthetic()
    w = torch.normal(0, 0.01, (2, 1), requires_grad=True)
    b = torch.zeros(1, requires_grad=True)

    def loss(X, y):
        return (X @ w + b - y) ** 2 / 2

    def train():
        batch_losses = []
        for _ in range(3):
            for X, y in data_iter(features, labels, 10):
                value = loss(X, y).sum()
                value.backward()
                with torch.no_grad():
                    for p in (w, b):
                        p -= 0.03 / len(X) * p.grad
                        p.grad.zero_()
                batch_losses.append(value.item() / len(X))
            with torch.no_grad():
                loss(features, labels).mean().item()

    return train


def linear_concise():
    features, labels = synthetic()
    batches = data.DataLoader(data.TensorDataset(features, labels), 10, shuffle=True)
    net = nn.Sequential(nn.Linear(2, 1))
    loss, optimizer = nn.MSELoss(), torch.optim.SGD(net.parameters(), lr=0.03)

    def train():
        for _ in range(3):
            for X, y in batches:
                value = loss(net(X), y)
                optimizer.zero_grad()
                value.backward()
                optimizer.step()
            with torch.no_grad():
                loss(net(features), labels).item()

    return train


# -- softmax regression on Fashion-MNIST: an epoch of 60 000 images in batches of 256, then the test set ---------------


def idx_files(shards, root):
    """Writes the official idx files where torchvision looks for them."""
    raw = os.path.join(root, "FashionMNIST", "raw")
    os.makedirs(raw)
    with open(os.path.join(shards, "manifest.json")) as file:
        manifest = json.load(file)
    for split, prefix in (("train", "train"), ("test", "t10k")):
        images, labels = b"", b""
        for shard in manifest[split]:
            with gzip.open(os.path.join(shards, shard["file"])) as file:
                decoded = file.read()
            images += decoded[: shard["examples"] * 784]
            labels += decoded[shard["examples"] * 784 :]
        with open(os.path.join(raw, f"{prefix}-images-idx3-ubyte"), "wb") as file:
            file.write(struct.pack(">4i", 2051, len(labels), 28, 28) + images)
        with open(os.path.join(raw, f"{prefix}-labels-idx1-ubyte"), "wb") as file:
            file.write(struct.pack(">2i", 2049, len(labels)) + labels)


def fashion(root, train):
    return torchvision.datasets.FashionMNIST(root, train=train, transform=torchvision.transforms.ToTensor(), download=False)


def scratch(rows=range):
    """Model, loss and update as section 3.6 prints them; tuned, with the rows' numbers as a tensor."""
    W = torch.normal(0, 0.01, (784, 10), requires_grad=True)
    b = torch.zeros(10, requires_grad=True)

    def net(X):
        e = torch.exp(X.reshape(-1, 784) @ W + b)
        return e / e.sum(1, keepdim=True)

    def loss(p, y):
        return -torch.log(p[rows(len(p)), y])

    def step(value, size):
        value.sum().backward()
        with torch.no_grad():
            for p in (W, b):
                p -= 0.1 * p.grad / size
                p.grad.zero_()

    return net, loss, step


def concise():
    """The same with layers, as section 3.7 prints it."""
    net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

    def step(value, size):
        optimizer.zero_grad()
        value.mean().backward()
        optimizer.step()

    return net, nn.CrossEntropyLoss(reduction="none"), step


def epoch(model, train, test):
    net, loss, step = model
    total, hits, seen = 0.0, 0, 0
    for X, y in train:
        out = net(X)
        value = loss(out, y)
        step(value, len(y))
        total += float(value.sum())
        hits += int((out.argmax(1) == y).sum())
        seen += len(y)
    with torch.no_grad():
        correct = sum(int((net(X).argmax(1) == y).sum()) for X, y in test)
    return total / seen, hits / seen, correct


class InMemory:
    """Tuned: no DataLoader, the whole set as float tensors, batches by a tensor of indices."""

    def __init__(self, dataset, shuffle):
        self.X = dataset.data.reshape(-1, 784).float() / 255
        self.y = dataset.targets
        self.shuffle = shuffle

    def __iter__(self):
        if self.shuffle:
            order = torch.randperm(len(self.y))
            for rows in order.split(256):
                yield self.X[rows], self.y[rows]
        else:
            yield from zip(self.X.split(256), self.y.split(256))


def main(shards):
    samples = {"linear-scratch": timed(linear_scratch(), 15), "linear-concise": timed(linear_concise(), 15)}
    with tempfile.TemporaryDirectory() as root:
        idx_files(shards, root)
        train, test = fashion(root, True), fashion(root, False)
        loader = data.DataLoader(train, 256, shuffle=True, num_workers=WORKERS)
        test_loader = data.DataLoader(test, 256, num_workers=WORKERS)

        def one_pass():
            for _ in loader:
                pass

        samples["pass"] = timed(one_pass, 3)
        model = scratch()
        samples["softmax-scratch"] = timed(lambda: epoch(model, loader, test_loader), 3)
        model = concise()
        samples["softmax-concise"] = timed(lambda: epoch(model, loader, test_loader), 3)
        memory, test_memory = InMemory(train, True), InMemory(test, False)
        model = scratch(torch.arange)
        samples["softmax-memory"] = timed(lambda: epoch(model, memory, test_memory), 5)
    versions = {"torch": torch.__version__, "torchvision": torchvision.__version__, "threads": torch.get_num_threads(), "workers": WORKERS}
    print(json.dumps({"samples": samples, "versions": versions}))


if __name__ == "__main__":
    main(sys.argv[1])
