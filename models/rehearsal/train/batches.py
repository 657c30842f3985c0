"""Features of OUT as batches of sentences of like length."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from fbank import MEL_BINS
from model import output_frames

BATCH_FRAMES = 12_000
"""Of 10 ms: two minutes of speech a step."""

SILENCE = float(np.log(np.finfo(np.float32).eps))
"""What a bin holds where there is no sound at all."""


@dataclass(frozen=True)
class Batch:
    """features (batch, 80, frames); targets joined end to end; lengths in output frames and in characters."""

    features: Tensor
    targets: Tensor
    frames: Tensor
    characters: Tensor


@dataclass(frozen=True)
class _Sentence:
    shard: int
    start: int
    frames: int
    tokens: tuple[int, ...]


class Corpus:
    """All shards, mapped into memory."""

    def __init__(self, out: Path, token_ids: dict[str, int]) -> None:
        self._shards: list[np.memmap] = []
        self._sentences: list[_Sentence] = []
        for index, file in enumerate(sorted(out.glob("features-*.json"))):
            self._shards.append(np.memmap(file.with_suffix(".f16"), np.float16, "r").reshape(-1, MEL_BINS))
            for entry in json.loads(file.read_text("utf8")):
                tokens = tuple(token_ids[character] for character in entry["text"])
                self._sentences.append(_Sentence(index, entry["start"], entry["frames"], tokens))

    def mean_and_variance(self) -> tuple[Tensor, Tensor]:
        """Of each mel bin, over a part of the features that tells enough."""
        sample = np.concatenate([shard[: 500_000 // len(self._shards)] for shard in self._shards])
        values = torch.from_numpy(sample.astype(np.float32))
        return values.mean(dim=0), values.var(dim=0)

    def batch_count(self, epoch: int) -> int:
        """Steps of one pass."""
        return len(self._group(np.random.default_rng(epoch)))

    def batches(self, epoch: int, worker: int, workers: int) -> Iterator[Batch]:
        """A worker's share of one pass, in an order that the epoch decides."""
        random = np.random.default_rng(epoch)
        groups = self._group(random)
        for index in random.permutation(len(groups))[worker::workers]:
            yield self._collate(groups[index], np.random.default_rng([epoch, index]))

    def _group(self, random: np.random.Generator) -> list[list[_Sentence]]:
        jitter = random.uniform(0.9, 1.1, len(self._sentences))
        order = np.argsort([sentence.frames for sentence in self._sentences] * jitter)
        groups: list[list[_Sentence]] = [[]]
        longest = 0
        for index in order:
            sentence = self._sentences[index]
            longest = max(longest, sentence.frames)
            if longest * (len(groups[-1]) + 1) > BATCH_FRAMES and groups[-1]:
                groups.append([])
                longest = sentence.frames
            groups[-1].append(sentence)
        return groups

    def _collate(self, group: list[_Sentence], random: np.random.Generator) -> Batch:
        longest = max(sentence.frames for sentence in group)
        features = torch.full((len(group), MEL_BINS, longest), SILENCE)
        for row, sentence in enumerate(group):
            piece = self._shards[sentence.shard][sentence.start : sentence.start + sentence.frames]
            heard = torch.from_numpy(piece.astype(np.float32)).t()
            features[row, :, : sentence.frames] = _at_another_level(heard, random)
        tokens = [token for sentence in group for token in sentence.tokens]
        return Batch(
            features,
            torch.tensor(tokens),
            torch.full((len(group),), output_frames(longest)),
            torch.tensor([len(sentence.tokens) for sentence in group]),
        )


def _at_another_level(features: Tensor, random: np.random.Generator) -> Tensor:
    """As loud or as quiet as chance has it, so that no pass hears quite the same."""
    return (features + float(random.uniform(-1, 1))).clamp_min(SILENCE)
