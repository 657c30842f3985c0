"""Writes OUT/checkpoint.pt as OUT/model.onnx, the way sherpa-onnx's online NeMo CTC reader wants it: export.py OUT.

A chunk is 8 frames of features, the next one begins 4 frames on: one frame of output every 40 ms. The states of the
convolutions travel in `cache_last_channel`; the reader's other caches are passed through.
"""

import sys
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from model import MEL_BINS, STEM_STRIDE, STEM_WIDTH, Shape, StreamingCtc

OUTPUTS_PER_CHUNK = 1
SHIFT = OUTPUTS_PER_CHUNK * STEM_STRIDE
WINDOW = SHIFT + STEM_WIDTH - STEM_STRIDE
OPSET = 13
INPUTS = ["audio_signal", "length", "cache_last_channel", "cache_last_time", "cache_last_channel_len"]
OUTPUTS = ["logprobs", "encoded_lengths", *(f"{name}_next" for name in INPUTS[2:])]


class Streaming(nn.Module):
    """One chunk behind the names of the reader."""

    def __init__(self, network: StreamingCtc) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, audio_signal: Tensor, length: Tensor, channel: Tensor, time: Tensor, channel_length: Tensor
    ) -> tuple[Tensor, ...]:
        """(N, 80, 8) and the caches, (N, 1, channels, history) and others → scores (N, 1, tokens + 1), caches."""
        logits, state = self.network.stream(audio_signal, channel.squeeze(1))
        scores = logits.log_softmax(dim=1).transpose(1, 2)
        return scores, length * 0 + OUTPUTS_PER_CHUNK, state.unsqueeze(1), time + 0.0, channel_length + 0


def metadata(network: StreamingCtc) -> dict[str, str]:
    """What the reader asks for."""
    return {
        "model_type": "EncDecCTCModel",
        "window_size": str(WINDOW),
        "chunk_shift": str(SHIFT),
        "subsampling_factor": str(STEM_STRIDE),
        "vocab_size": str(network.shape.tokens),
        "cache_last_channel_dim1": "1",
        "cache_last_channel_dim2": str(network.shape.channels),
        "cache_last_channel_dim3": str(network.history),
        "cache_last_time_dim1": "1",
        "cache_last_time_dim2": "1",
        "cache_last_time_dim3": "1",
        "comment": "rehearsal only: trained on espeak-ng's synthetic speech, does not understand people",
    }


def main() -> None:
    """Loads, exports, adds the metadata."""
    out = Path(sys.argv[1])
    stored = torch.load(out / "checkpoint.pt")
    network = StreamingCtc(Shape(**stored["shape"]))
    network.load_state_dict(stored["weights"])
    network.eval()
    example = (
        torch.zeros(1, MEL_BINS, WINDOW),
        torch.tensor([WINDOW]),
        torch.zeros(1, 1, network.shape.channels, network.history),
        torch.zeros(1, 1, 1, 1),
        torch.zeros(1, dtype=torch.int64),
    )
    file = out / "model.onnx"
    torch.onnx.export(
        Streaming(network),
        example,
        str(file),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes={name: {0: "N"} for name in [*INPUTS, *OUTPUTS]},
        opset_version=OPSET,
    )
    model = onnx.load(str(file))
    for key, value in metadata(network).items():
        model.metadata_props.add(key=key, value=value)
    onnx.checker.check_model(model)
    onnx.save(model, str(file))
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
