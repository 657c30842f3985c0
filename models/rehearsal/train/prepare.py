"""Speaks sentences and stores their features: python3 prepare.py OUT [PROCESSES].

Reads OUT/train.jsonl and OUT/held-out.jsonl. Writes OUT/features-N.f16 with OUT/features-N.json (one shard a process)
for training, and OUT/held-out/{wide,narrow}/*.wav with a line `name text` each in the .txt beside, to measure on.
"""

import json
import multiprocessing
import sys
import time
import wave
from pathlib import Path

import numpy as np
import torch

from audio import SAMPLE_RATE, through_the_line
from espeak import VARIANTS, Espeak, Voice
from fbank import MEL_BINS, log_mel

SEED = 12_345
NARROW_SHARE = 0.6


def read_sentences(file: Path) -> list[dict[str, str]]:
    """The generator's lines: `text` and `syllables`."""
    return [json.loads(line) for line in file.read_text("utf8").splitlines()]


def choose_voice(random: np.random.Generator) -> Voice:
    """Any voice, slow to fast, low to high."""
    return Voice(str(random.choice(VARIANTS)), int(random.integers(130, 231)), int(random.integers(30, 71)))


def speak(espeak: Espeak, syllables: str, random: np.random.Generator) -> np.ndarray:
    """One sentence by a voice that chance chooses, its neutral tones light in half of the cases, full in the others."""
    if random.random() < 0.5:
        syllables = syllables.replace("0", "5")
    return espeak.speak(syllables, choose_voice(random))


def make_shard(out: Path, shard: int, shards: int) -> tuple[int, float]:
    """Every `shards`-th sentence of training, from `shard` on; returns frames and seconds."""
    torch.set_num_threads(1)
    started = time.monotonic()
    espeak = Espeak()
    sentences = read_sentences(out / "train.jsonl")
    entries: list[dict[str, int | str]] = []
    frames = 0
    with (out / f"features-{shard}.f16").open("wb") as file:
        for index in range(shard, len(sentences), shards):
            random = np.random.default_rng([SEED, index])
            speech = speak(espeak, sentences[index]["syllables"], random)
            narrow = bool(random.random() < NARROW_SHARE)
            features = log_mel(through_the_line(speech, espeak.sample_rate, narrow, random))
            file.write(features.t().contiguous().numpy().astype(np.float16).tobytes())
            entries.append({"text": sentences[index]["text"], "start": frames, "frames": features.shape[1]})
            frames += features.shape[1]
    (out / f"features-{shard}.json").write_text(json.dumps(entries, ensure_ascii=False), "utf8")
    return frames, time.monotonic() - started


def write_wav(file: Path, samples: np.ndarray) -> None:
    """16-bit mono at 16 kHz."""
    with wave.open(str(file), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(SAMPLE_RATE)
        target.writeframes((samples * 32768).astype("<i2").tobytes())


def make_held_out(out: Path) -> None:
    """Each held-out sentence by one voice, heard twice: by microphone and by telephone."""
    espeak = Espeak()
    for band in ("wide", "narrow"):
        folder = out / "held-out" / band
        folder.mkdir(parents=True, exist_ok=True)
        lines = []
        for index, sentence in enumerate(read_sentences(out / "held-out.jsonl")):
            random = np.random.default_rng([SEED, 1, index])
            speech = speak(espeak, sentence["syllables"], random)
            heard = through_the_line(speech, espeak.sample_rate, band == "narrow", random)
            write_wav(folder / f"{index:04}.wav", heard)
            lines.append(f"{index:04} {sentence['text']}\n")
        (out / "held-out" / f"{band}.txt").write_text("".join(lines), "utf8")


def main() -> None:
    """Held-out sound first, then the shards side by side."""
    out = Path(sys.argv[1])
    shards = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    for old in out.glob("features-*"):
        old.unlink()
    with multiprocessing.get_context("spawn").Pool(shards + 1) as pool:
        held_out = pool.apply_async(make_held_out, (out,))
        results = pool.starmap(make_shard, [(out, shard, shards) for shard in range(shards)])
        held_out.get()
    frames = sum(count for count, _ in results)
    size = frames * MEL_BINS * 2 / 2**30
    print(f"{frames / 360_000:.1f} hours of speech, {size:.1f} GiB of features")


if __name__ == "__main__":
    main()
