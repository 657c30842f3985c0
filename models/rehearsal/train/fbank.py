"""80 log mel energies every 10 ms, to the formula of sherpa-onnx (kaldi-native-fbank with its defaults there)."""

import numpy as np
import torch
from torch import Tensor

SAMPLE_RATE = 16_000
WINDOW = 400
SHIFT = 160
FOURIER = 512
MEL_BINS = 80
LOW_HERTZ = 20.0
HIGH_HERTZ = 7_600.0
PREEMPHASIS = 0.97
FLOOR = float(np.finfo(np.float32).eps)


def _mel(hertz: np.ndarray | float) -> np.ndarray | float:
    return 1127.0 * np.log1p(np.asarray(hertz) / 700.0)


def _filters() -> Tensor:
    """Triangles on the mel scale, (80, 257, 1): a convolution of width one applies them."""
    edges = np.linspace(_mel(LOW_HERTZ), _mel(HIGH_HERTZ), MEL_BINS + 2)
    bins = _mel(np.arange(FOURIER // 2 + 1) * SAMPLE_RATE / FOURIER)
    left, centre, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    weights = np.maximum(0, np.minimum((bins - left) / (centre - left), (right - bins) / (right - centre)))
    weights[:, -1] = 0
    return torch.tensor(weights[:, :, None], dtype=torch.float32)


FILTERS = _filters()
POVEY = torch.hann_window(WINDOW, periodic=False) ** 0.85


def log_mel(samples: np.ndarray) -> Tensor:
    """16 kHz samples in [-1, 1] → (80, frames); the frames are centred, the edges mirrored (`snip_edges` off)."""
    count = (len(samples) + SHIFT // 2) // SHIFT
    before = (WINDOW - SHIFT) // 2
    after = max(0, (count - 1) * SHIFT + WINDOW - before - len(samples))
    padded = torch.from_numpy(np.pad(samples, (before, after), mode="symmetric"))
    frames = padded.unfold(0, WINDOW, SHIFT)[:count]
    frames = frames - frames.mean(dim=1, keepdim=True)
    previous = torch.cat([frames[:, :1], frames[:, :-1]], dim=1)
    windowed = (frames - PREEMPHASIS * previous) * POVEY
    power = torch.fft.rfft(windowed, FOURIER).abs().square()
    energies = torch.nn.functional.conv1d(power.t().unsqueeze(0), FILTERS)[0]
    return energies.clamp_min(FLOOR).log()
