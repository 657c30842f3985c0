"""The network: a strided stem, then dilated causal convolutions with residuals, then CTC scores.

A frame of output spans 40 ms and hears only what came before it (and the 45 ms of its own window), so it can stream.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

MEL_BINS = 80
STEM_WIDTH = 8
STEM_STRIDE = 4
KERNEL = 3


@dataclass(frozen=True)
class Shape:
    """What decides the size of the network; stored beside the weights."""

    tokens: int
    channels: int = 256
    dilations: tuple[int, ...] = (1, 2, 4, 8, 1, 2, 4, 8, 1, 2)


class Block(nn.Module):
    """One causal convolution with batch norm, ReLU and a residual; it needs `history` earlier frames."""

    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.history = (KERNEL - 1) * dilation
        self.convolution = nn.Conv1d(channels, channels, KERNEL, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(channels)

    def forward(self, frames: Tensor) -> Tensor:
        """(batch, channels, history + T) → (batch, channels, T)."""
        return frames[:, :, self.history :] + torch.relu(self.norm(self.convolution(frames)))


class StreamingCtc(nn.Module):
    """80 log mel bins every 10 ms → log probabilities of the tokens and a blank (the last) every 40 ms."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.input_norm = nn.BatchNorm1d(MEL_BINS, affine=False)
        self.stem = nn.Conv1d(MEL_BINS, shape.channels, STEM_WIDTH, stride=STEM_STRIDE, bias=False)
        self.stem_norm = nn.BatchNorm1d(shape.channels)
        self.blocks = nn.ModuleList(Block(shape.channels, dilation) for dilation in shape.dilations)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Conv1d(shape.channels, shape.tokens + 1, 1)

    @property
    def history(self) -> int:
        """Frames of state, all blocks together."""
        return sum(block.history for block in self.blocks)

    def forward(self, features: Tensor) -> Tensor:
        """(batch, 80, frames) → logits (batch, tokens + 1, T), as if silence had come before."""
        state = features.new_zeros(features.shape[0], self.shape.channels, self.history)
        return self.stream(features, state)[0]

    def stream(self, features: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        """One chunk: features and the state (batch, channels, history) → logits and the next state."""
        frames = torch.relu(self.stem_norm(self.stem(self.input_norm(features))))
        kept = []
        start = 0
        for block in self.blocks:
            joined = torch.cat([state[:, :, start : start + block.history].to(frames.dtype), frames], dim=2)
            kept.append(joined[:, :, -block.history :])
            frames = block(joined)
            start += block.history
        return self.head(self.dropout(frames)), torch.cat(kept, dim=2)


def output_frames(features: int) -> int:
    """Frames of output for so many frames of features."""
    return (features - STEM_WIDTH) // STEM_STRIDE + 1
