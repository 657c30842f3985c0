"""What follows what in the training sentences, as a graph that sherpa-onnx searches: graph.py OUT

The network hears nothing of what comes after a sound, so at the start of a word it cannot tell homophones apart; the graph
weighs each reading by the characters around it. Written as an OpenFST "vector" file (format version 2) whose input labels are
token + 1, as sherpa-onnx's online CTC decoder wants it.
"""

import json
import math
import struct
import sys
from collections import Counter, defaultdict
from pathlib import Path

ORDER = 2
"""Characters that a probability looks at, the one it belongs to among them."""
WEIGHT = 0.4
"""How much the sentences count beside the sound; 0.2 to 0.6 were tried."""
BONUS = 0.3
"""Taken off the price of a character, so that the graph does not swallow any."""

START = -1
Context = tuple[int, ...]


class Contexts:
    """Counts of what follows each context of up to ORDER - 1 characters (Witten-Bell smoothing)."""

    def __init__(self, sentences: list[list[int]], tokens: int) -> None:
        self.tokens = tokens
        self.following: dict[Context, Counter[int]] = defaultdict(Counter)
        for sentence in sentences:
            padded = [START, *sentence]
            for at in range(1, len(padded)):
                for length in range(min(ORDER, at + 1)):
                    self.following[tuple(padded[at - length : at])][padded[at]] += 1

    def backoff(self, context: Context) -> float:
        """The share of a context that belongs to what was never seen after it."""
        seen = self.following[context]
        return len(seen) / (len(seen) + seen.total())

    def probability(self, context: Context, token: int) -> float:
        shorter = self.probability(context[1:], token) if context else 1 / self.tokens
        seen = self.following[context]
        return (seen[token] + len(seen) * shorter) / (len(seen) + seen.total())

    def after(self, context: Context, token: int) -> Context:
        """The longest context known that the characters so far end in."""
        joined = (*context, token)[-(ORDER - 1) :]
        while joined not in self.following and len(joined) > 1:
            joined = joined[1:]
        return joined


def price(probability: float) -> float:
    return -WEIGHT * math.log(probability)


def write_graph(contexts: Contexts, blank: int, file: Path) -> int:
    """Two states a context: its last character goes on sounding, or is over. Returns the number of arcs."""
    for token in range(contexts.tokens):
        contexts.following[(token,)] += Counter()
    known = sorted(contexts.following, key=lambda context: (context != (START,), context))
    over = {context: 2 * index for index, context in enumerate(known)}
    sounding = {context: state + 1 for context, state in over.items()}
    arcs = 0
    states = []
    for context in known:
        leaving = [(blank + 1, 0.0, over[context])]
        for token in contexts.following[context]:
            cost = max(0.0, price(contexts.probability(context, token)) - BONUS)
            leaving.append((token + 1, cost, sounding[contexts.after(context, token)]))
        if context:
            share = contexts.backoff(context) if contexts.following[context] else 1.0
            leaving.append((0, price(share), over[context[1:]]))
        staying = [(context[-1] + 1, 0.0, sounding[context])] if context and context[-1] != START else []
        states += [leaving, [*staying, (0, 0.0, over[context])]]
        arcs += len(leaving) + len(staying) + 1
    with file.open("wb") as out:
        out.write(struct.pack("<i", 2125659606))
        for name in (b"vector", b"standard"):
            out.write(struct.pack("<i", len(name)) + name)
        expanded_and_mutable = 3
        out.write(struct.pack("<iiQqqq", 2, 0, expanded_and_mutable, over[(START,)], len(states), arcs))
        for leaving in states:
            out.write(struct.pack("<fq", 0.0, len(leaving)))
            for label, cost, to in leaving:
                out.write(struct.pack("<iifi", label, label, cost, to))
    return arcs


def main(out: Path) -> None:
    lines = (out / "tokens.txt").read_text(encoding="utf-8").split("\n")
    tokens = {name: int(number) for name, number in (line.split(" ") for line in lines if line)}
    sentences = [json.loads(line)["text"] for line in (out / "train.jsonl").open(encoding="utf-8")]
    blank = tokens.pop("<blk>")
    known = [[tokens[character] for character in sentence if character in tokens] for sentence in sentences]
    arcs = write_graph(Contexts(known, blank), blank, out / "graph.fst")
    print(f"graph: {arcs} arcs, {(out / 'graph.fst').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
