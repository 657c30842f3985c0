"""Trains the network: python3 fit.py OUT [EPOCHS [MINUTES]].

Writes OUT/checkpoint.pt after every epoch, and goes on from one that is there.

A process a core, each with its own batches and optimiser, all on the same weights without locks (Hogwild): the layers
are too small for threads to share one of them well. So no two runs are equal to the bit, though all seeds are fixed.
"""

import contextlib
import math
import os
import sys
import time
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Barrier
from pathlib import Path

import torch
from torch import Tensor, multiprocessing
from torch.nn.functional import ctc_loss

from batches import Batch, Corpus
from model import Shape, StreamingCtc

SEED = 12_345
EPOCHS = 4
MINUTES = 40.0
"""On slower or busy cores the learning rate falls with the time instead of the steps, and the run ends by then."""
PEAK_RATE = 3e-3
WEIGHT_DECAY = 1e-2
WARM_UP_SHARE = 0.05
LARGEST_GRADIENT = 5.0
REPORT_EVERY = 100


@dataclass(frozen=True)
class Plan:
    """What all processes share: epochs `first` to `last` (not included), and when to stop for want of time."""

    out: Path
    first: int
    last: int
    started: float
    minutes: float
    workers: int


def read_tokens(file: Path) -> dict[str, int]:
    """tokens.txt → token ids, the blank left out."""
    lines = [line.split(" ") for line in file.read_text("utf8").splitlines()]
    return {token: int(index) for token, index in lines if token != "<blk>"}


def half_precision() -> contextlib.AbstractContextManager[object]:
    """bfloat16 where the processor multiplies it (twice as fast there); single precision elsewhere."""
    if "avx512_bf16" in Path("/proc/cpuinfo").read_text("utf8"):
        return torch.cpu.amp.autocast(dtype=torch.bfloat16)
    return contextlib.nullcontext()


def loss_of(network: StreamingCtc, batch: Batch) -> Tensor:
    """Mean CTC loss a character."""
    with half_precision():
        logits = network(batch.features)
    scores = logits.float().log_softmax(dim=1).permute(2, 0, 1)
    blank = network.shape.tokens
    return ctc_loss(scores, batch.targets, batch.frames, batch.characters, blank, zero_infinity=True)


def learning_rate(progress: float) -> float:
    """Up in a line, then down in half a cosine; `progress` from 0 to 1."""
    if progress < WARM_UP_SHARE:
        return PEAK_RATE * max(progress, 1e-3) / WARM_UP_SHARE
    return PEAK_RATE * (1 + math.cos(math.pi * (progress - WARM_UP_SHARE) / (1 - WARM_UP_SHARE))) / 2


def progress_of(plan: Plan, steps_done: float, steps: int) -> float:
    """How much of the run is over: by its steps or by its time, whichever is further."""
    by_time = (time.time() - plan.started) / 60 / plan.minutes
    start = plan.first / plan.last
    return max(steps_done / steps, start + (1 - start) * by_time)


def work(worker: int, plan: Plan, network: StreamingCtc, taken: "Synchronized[int]", turn: Barrier) -> None:
    """One process: its share of every epoch's batches."""
    torch.set_num_threads(1)
    corpus = Corpus(plan.out, read_tokens(plan.out / "tokens.txt"))
    optimiser = torch.optim.AdamW(network.parameters(), PEAK_RATE, weight_decay=WEIGHT_DECAY)
    steps = sum(corpus.batch_count(epoch) for epoch in range(plan.last))
    network.train()
    network.input_norm.eval()
    for epoch in range(plan.first, plan.last):
        for batch in corpus.batches(epoch, worker, plan.workers):
            progress = progress_of(plan, taken.value, steps)
            if progress >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(progress)
            loss = loss_of(network, batch)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
            optimiser.step()
            with taken.get_lock():
                taken.value += 1
            if taken.value % REPORT_EVERY == 0:
                seconds = time.time() - plan.started
                where = f"step {taken.value} of {steps}, {progress:.0%}"
                print(f"{where}: loss {loss.item():.3f}, {seconds:.0f} s", flush=True)
        turn.wait()
        if worker == 0:
            save(network, plan.out / "checkpoint.pt", epoch + 1)


def save(network: StreamingCtc, file: Path, epochs: int) -> None:
    """Whole or not at all."""
    unfinished = file.with_suffix(".part")
    torch.save({"shape": vars(network.shape), "weights": network.state_dict(), "epochs": epochs}, unfinished)
    unfinished.rename(file)


def main() -> None:
    """One cycle of the learning rate over all epochs; a run that was cut goes on from its checkpoint."""
    out = Path(sys.argv[1])
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else EPOCHS
    minutes = float(sys.argv[3]) if len(sys.argv) > 3 else MINUTES
    torch.manual_seed(SEED)
    token_ids = read_tokens(out / "tokens.txt")
    corpus = Corpus(out, token_ids)
    network = StreamingCtc(Shape(len(token_ids)))
    network.input_norm.running_mean, network.input_norm.running_var = corpus.mean_and_variance()
    network.input_norm.momentum = 0.0
    done = 0
    if (out / "checkpoint.pt").exists():
        stored = torch.load(out / "checkpoint.pt")
        network.load_state_dict(stored["weights"])
        done = stored["epochs"]
    network.share_memory()
    plan = Plan(out, done, epochs, time.time(), minutes, os.cpu_count() or 1)
    context = multiprocessing.get_context("spawn")
    taken = context.Value("i", sum(corpus.batch_count(epoch) for epoch in range(done)))
    turn = context.Barrier(plan.workers)
    size = sum(weights.numel() for weights in network.parameters()) / 1e6
    print(f"{size:.2f} million weights; epochs {done + 1} to {epochs}, {plan.workers} processes", flush=True)
    workers = [
        context.Process(target=work, args=(worker, plan, network, taken, turn)) for worker in range(plan.workers)
    ]
    for process in workers:
        process.start()
    for process in workers:
        process.join()
    if any(process.exitcode != 0 for process in workers):
        sys.exit("a training process failed")


if __name__ == "__main__":
    main()
