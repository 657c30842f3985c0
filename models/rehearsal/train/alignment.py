"""When characters are written: CTC alone writes many before their syllable is over, and then guesses among homophones."""

import torch
from torch import Tensor
from torch.nn.functional import ctc_loss, pad

from batches import SILENCE, Batch
from model import STEM_STRIDE

DELAY = 4
"""Frames of output: 160 ms more of the syllable, and of the next. Not for a sentence's first character: it is awaited."""


def ctc(scores: Tensor, batch: Batch, reduction: str) -> Tensor:
    """CTC loss of scores (T, batch, tokens + 1), the blank last."""
    blank = scores.shape[2] - 1
    return ctc_loss(scores, batch.targets, batch.frames, batch.characters, blank, reduction, zero_infinity=True)


def with_room(batch: Batch) -> Batch:
    """The batch with so much silence behind that the last characters can come later."""
    features = pad(batch.features, (0, DELAY * STEM_STRIDE), value=SILENCE)
    return Batch(features, batch.targets, batch.frames + DELAY, batch.characters)


def alignment(scores: Tensor, batch: Batch) -> Tensor:
    """Probability of each token and the blank in each frame, given what is said; (T, batch, tokens + 1) like the scores."""
    leaf = scores.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(ctc(leaf, batch, "sum"), leaf)
    return leaf.detach().exp() - gradient


def moved_later(aligned: Tensor) -> Tensor:
    """The same with all characters but the first `DELAY` frames later."""
    tokens = aligned[:, :, :-1]
    frames = torch.arange(len(tokens)).unsqueeze(1)
    first = (tokens.sum(dim=2) > 0.5).float().argmax(dim=0)
    kept = (frames <= first + 1).unsqueeze(2)
    moved = torch.where(kept, tokens, torch.zeros(()))
    moved[DELAY:] += torch.where(kept, torch.zeros(()), tokens)[:-DELAY]
    blank = (1 - moved.sum(dim=2, keepdim=True)).clamp_min(0)
    return torch.cat([moved, blank], dim=2)
