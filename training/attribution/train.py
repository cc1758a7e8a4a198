"""Train the network on examples; seeds fixed, so that the same machine gives the same weights."""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from sayso.annotate.attribution.trained.windows import LONGEST, Batch, batch, cut
from training.attribution.examples import Example
from training.attribution.loss import loss, targets
from training.attribution.model import Reader, Scores

Part = tuple[Example, int, int]
POOL = 256  # windows that are sorted by size at a time
BRIEF = 24  # pieces of the shortest windows


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. A batch is ``size`` windows of the ``longest`` kind, or more that are shorter.

    ``encoder_rate`` and ``head_rate`` are the highest learning rates, reached after ``warm_up`` of all steps and then
    falling to 0 as a half cosine; ``blind`` is the share of windows that the rules' findings are hidden from;
    ``average`` the decay of the running mean of the weights, which is what is kept; ``brief`` the share of articles
    that an epoch cuts into windows of a sentence or a few, as headlines and short notes are.
    """

    epochs: int = 6
    size: int = 8
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    blind: float = 0.3
    average: float = 0.995
    brief: float = 0.15
    longest: int = LONGEST
    seed: int = 1


def train(reader: Reader, given: Sequence[Example], plan: Plan, keep: Path, threads: int = 2) -> Reader:
    """Train ``reader`` and return its averaged weights; after each epoch they are saved as ``keep``/epoch-N.pt."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(threads)
    chance = random.Random(plan.seed)
    optimizer = _optimizer(reader, plan)
    total = plan.epochs * sum(1 for _ in _batches(given, plan, random.Random(0)))
    mean, step, begun = copy.deepcopy(reader), 0, time.monotonic()
    for epoch in range(1, plan.epochs + 1):
        reader.train()
        running = 0.0
        for parts in _batches(given, plan, chance):
            _set_rate(optimizer, plan, min(step, total - 1) / total)
            value = _step(reader, optimizer, parts, [chance.random() >= plan.blind for _ in parts])
            step += 1
            _average(mean, reader, min(plan.average, (1 + step) / (10 + step)))
            running = value if running == 0.0 else 0.98 * running + 0.02 * value
            if step % 50 == 0:
                print(
                    f"epoch {epoch} step {step}/{total} loss {running:.3f} {time.monotonic() - begun:.0f} s", flush=True
                )
        torch.save(mean.state_dict(), keep / f"epoch-{epoch}.pt")
    return mean


def _batches(given: Sequence[Example], plan: Plan, chance: random.Random) -> Iterator[list[Part]]:
    """Yield windows in random order, each article cut at other places every time; windows of a batch are of a size."""
    parts = [(example, s, e) for example in given for s, e in _cut(example, plan, chance)]
    chance.shuffle(parts)
    batches: list[list[Part]] = []
    for at in range(0, len(parts), POOL):
        batches += _filled(sorted(parts[at : at + POOL], key=lambda p: p[2] - p[1]), plan.size * plan.longest)
    chance.shuffle(batches)
    yield from batches


def _filled(alike: list[Part], most: int) -> Iterator[list[Part]]:
    """Yield batches of parts that follow each other, of at most ``most`` pieces with what fills them up."""
    some: list[Part] = []
    longest = 0
    for part in alike:
        size = sum(len(p) for p in part[0].pieces[part[1] : part[2]]) + 2
        if some and max(longest, size) * (len(some) + 1) > most:
            yield some
            some, longest = [], 0
        some.append(part)
        longest = max(longest, size)
    if some:
        yield some


def _cut(example: Example, plan: Plan, chance: random.Random) -> list[tuple[int, int]]:
    longest = chance.randint(BRIEF, plan.longest // 3) if chance.random() < plan.brief else plan.longest
    return cut(example.pieces, example.features.sentence, longest, chance.randint(longest // 4, longest))


def _step(reader: Reader, optimizer: torch.optim.Optimizer, parts: list[Part], ruled: list[bool]) -> float:
    laid = batch([(e.pieces, e.features, s, t) for e, s, t in parts], ruled)
    wanted = targets(parts, laid.words.shape[1])
    value = loss(forward(reader, laid), wanted)
    optimizer.zero_grad()
    value.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    return float(value)


def forward(reader: Reader, laid: Batch) -> Scores:
    """Return the scores of a batch, as float32."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = reader(**{name: torch.from_numpy(array) for name, array in laid.named().items()})
    return Scores(*(s.float() for s in scores))


def _optimizer(reader: Reader, plan: Plan) -> torch.optim.Optimizer:
    own = [p for n, p in reader.named_parameters() if n.startswith("encoder.")]
    rest = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": own, "top": plan.encoder_rate}, {"params": rest, "top": plan.head_rate}]
    return torch.optim.AdamW(groups, lr=plan.encoder_rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def _set_rate(optimizer: torch.optim.Optimizer, plan: Plan, done: float) -> None:
    share = done / plan.warm_up if done < plan.warm_up else 0.5 * (1 + math.cos(math.pi * done))
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * share


def _average(mean: Reader, reader: Reader, decay: float) -> None:
    with torch.no_grad():
        own, new = list(mean.parameters()), list(reader.parameters())
        torch._foreach_lerp_(own, new, 1 - decay)
