"""What happens to speech between a mouth and the recogniser: rates, telephone band, noise, level, 16-bit samples."""

import numpy as np

SAMPLE_RATE = 16_000
TELEPHONE_RATE = 8_000
MU = 255.0
ZERO_CROSSINGS = 24
PASSBAND = 0.92
KAISER_BETA = 8.0


def resample(samples: np.ndarray, source: int, target: int, speed: float = 1.0) -> np.ndarray:
    """By Fourier transform; `speed` above 1 shortens (and raises) the speech, in steps that transform fast."""
    step = source // 10
    padded = np.pad(samples, (0, -len(samples) % step))
    length = len(padded) // step * round(target / 80 / speed) * 8
    spectrum = np.fft.rfft(padded)
    bins = min(len(spectrum), length // 2 + 1)
    return (np.fft.irfft(spectrum[:bins], length) * (length / len(padded))).astype(np.float32)


def telephone(samples: np.ndarray) -> np.ndarray:
    """8 kHz samples through 16 bits and G.711 µ-law and back."""
    magnitude = np.log1p(MU * np.minimum(1, np.abs(samples))) / np.log1p(MU)
    codes = np.round(magnitude * 127) / 127
    return (np.sign(samples) * np.expm1(codes * np.log1p(MU)) / MU).astype(np.float32)


def _doubling_kernel() -> np.ndarray:
    """The taps for the samples between, as the client's own resampler has them (windowed sinc)."""
    distance = np.arange(2 * ZERO_CROSSINGS) - ZERO_CROSSINGS + 1 - 0.5
    taps = np.sinc(PASSBAND * distance) * np.kaiser(4 * ZERO_CROSSINGS + 1, KAISER_BETA)[1::2][: 2 * ZERO_CROSSINGS]
    return taps / taps.sum()


def _passing_kernel() -> np.ndarray:
    """The taps for the samples that stay where they are."""
    distance = np.arange(2 * ZERO_CROSSINGS) - ZERO_CROSSINGS + 1
    taps = np.sinc(PASSBAND * distance) * np.kaiser(4 * ZERO_CROSSINGS + 1, KAISER_BETA)[2::2][: 2 * ZERO_CROSSINGS]
    return taps / taps.sum()


PHASES = (_passing_kernel(), _doubling_kernel())


def double_rate(samples: np.ndarray) -> np.ndarray:
    """8 → 16 kHz as the client does it: what is left above 4 kHz is what its filter leaves."""
    padded = np.pad(samples, (ZERO_CROSSINGS - 1, ZERO_CROSSINGS))
    output = np.empty(2 * len(samples), np.float32)
    for phase, taps in enumerate(PHASES):
        output[phase::2] = np.convolve(padded, taps[::-1], "valid")[: len(samples)]
    return output


def to_16_bits(samples: np.ndarray) -> np.ndarray:
    """Rounds to the values that 16-bit PCM has, still in [-1, 1)."""
    return (np.clip(np.round(samples * 32768), -32768, 32767) / 32768).astype(np.float32)


def coloured_noise(length: int, random: np.random.Generator) -> np.ndarray:
    """White, pink or brownish noise of unit power."""
    whole = length + -length % 8_000
    white = random.standard_normal(whole)
    slope = random.choice([0.0, 0.5, 1.0])
    if slope == 0.0:
        return white[:length].astype(np.float32)
    spectrum = np.fft.rfft(white) / np.maximum(1, np.arange(whole // 2 + 1)) ** slope
    noise = np.fft.irfft(spectrum, whole)[:length]
    return (noise / (np.sqrt(np.mean(noise**2)) + 1e-12)).astype(np.float32)


def place_in_call(speech: np.ndarray, rate: int, random: np.random.Generator) -> np.ndarray:
    """Sets the level, puts short silences around, adds the noise of the line (three times in four)."""
    level = 10 ** (random.uniform(-30, -2) / 20)
    speech = speech * (level / (np.abs(speech).max() + 1e-9))
    lead, tail = (int(rate * random.uniform(low, high)) for low, high in ((0, 0.45), (0.05, 0.5)))
    speech = np.pad(speech, (lead, tail))
    if random.random() < 0.75:
        decibels = random.uniform(14, 50)
        power = np.sqrt(np.mean(speech**2)) * 10 ** (-decibels / 20)
        speech = speech + power * coloured_noise(len(speech), random)
    return speech.astype(np.float32)


def through_the_line(speech: np.ndarray, source: int, narrow: bool, random: np.random.Generator) -> np.ndarray:
    """Speech at `source` hertz → what the recogniser gets: 16 kHz, by telephone (`narrow`) or by microphone."""
    speed = random.uniform(0.96, 1.04)
    rate = TELEPHONE_RATE if narrow else SAMPLE_RATE
    heard = place_in_call(resample(speech, source, rate, speed), rate, random)
    if narrow:
        heard = to_16_bits(telephone(heard))
        smooth = random.random() < 0.3
        heard = resample(heard, TELEPHONE_RATE, SAMPLE_RATE) if smooth else double_rate(heard)
    return to_16_bits(heard)
