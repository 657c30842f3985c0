"""espeak-ng through its library: one process speaks thousands of sentences, hundreds of times faster than real time."""

import ctypes
from dataclasses import dataclass

import numpy as np

AUDIO_OUTPUT_SYNCHRONOUS = 2
PARAMETER_RATE = 1
PARAMETER_PITCH = 3
CHARACTERS_UTF8 = 1
POSITION_CHARACTER = 1
BASE_VOICE = "cmn-latn-pinyin"
VARIANTS = ("f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8")


@dataclass(frozen=True)
class Voice:
    """A variant of espeak-ng's Mandarin voice; `rate` in its words a minute (130-230), `pitch` 0-99 (50 is usual)."""

    variant: str
    rate: int
    pitch: int


class Espeak:
    """The library, initialised once a process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libespeak-ng.so.1")
        self.sample_rate: int = self._library.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, None, 0)
        self._pieces: list[np.ndarray] = []
        callback_type = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        # Kept, or the library calls what has been freed.
        self._callback = callback_type(self._collect)
        self._library.espeak_SetSynthCallback(self._callback)

    def _collect(self, samples: "ctypes._Pointer[ctypes.c_short]", count: int, _events: int) -> int:
        if samples and count > 0:
            self._pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    def speak(self, syllables: str, voice: Voice) -> np.ndarray:
        """Syllables with tone numbers → samples in [-1, 1] at `sample_rate`, silence at both ends cut off."""
        self._pieces.clear()
        self._library.espeak_SetVoiceByName(f"{BASE_VOICE}+{voice.variant}".encode())
        self._library.espeak_SetParameter(PARAMETER_RATE, voice.rate, 0)
        self._library.espeak_SetParameter(PARAMETER_PITCH, voice.pitch, 0)
        text = syllables.encode() + b"\0"
        self._library.espeak_Synth(text, len(text), 0, POSITION_CHARACTER, 0, CHARACTERS_UTF8, None, None)
        samples = np.concatenate(self._pieces).astype(np.float32) / 32768
        loud = np.flatnonzero(np.abs(samples) > 1e-3)
        return samples[loud[0] : loud[-1] + 1] if loud.size else samples
