"""Cross-stitch: text grids in which every letter is one cross, and a cloth to place motifs on.

The motifs are common shapes drawn for this shelf (star, cypress, band), not the patterns of any village.
"""

from collections.abc import Mapping, Sequence

from canvas import Canvas

RUNNER = ["a.a.", "....", ".a..", "aba.", ".a..", "....", "a.a."]
STAR = [
    "....a....",
    "...aba...",
    "..a.b.a..",
    ".a.bbb.a.",
    "abbbcbbba",
    ".a.bbb.a.",
    "..a.b.a..",
    "...aba...",
    "....a....",
]
CYPRESS = [
    "....a....",
    "...aaa...",
    "...aba...",
    "..aabaa..",
    "..abbba..",
    "..aabaa..",
    "..abbba..",
    "..aabaa..",
    "..abbba..",
    "..aaaaa..",
    "....c....",
    "..ccccc..",
]
ROSE = ["..c..", ".cac.", "caaac", ".cac.", "..c.."]
BUD = [".a.", "aba", ".a."]
ZIGZAG = ["a...", ".a.a", "..a."]
Threads = Mapping[str, str]


def stitch(canvas: Canvas, x: float, y: float, grid: Sequence[str], step: float, threads: Threads) -> None:
    """Stitch a grid from its top left corner; each letter found in `threads` becomes one cross of `step` width."""
    inset, reach = step * 0.12, step * 0.76
    crosses: dict[str, list[str]] = {}
    for row, line in enumerate(grid):
        for column, letter in enumerate(line):
            if letter in threads:
                start = f"M{x + column * step + inset:.1f} {y + row * step + inset:.1f}"
                crosses.setdefault(letter, []).append(f"{start}l{reach:.1f} {reach:.1f}m0 {-reach:.1f}l{-reach:.1f} {reach:.1f}")
    for letter, parts in crosses.items():
        canvas.line("".join(parts), threads[letter], step * 0.34)


class Cloth:
    """A counted cloth of columns × rows on which motifs are placed before stitching."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [["."] * columns for _ in range(rows)]

    def put(self, motif: Sequence[str], column: int, row: int) -> None:
        """Place a motif by its top left corner; what falls outside the cloth is left out."""
        for down, line in enumerate(motif):
            for across, letter in enumerate(line):
                if letter != "." and 0 <= row + down < self.rows and 0 <= column + across < self.columns:
                    self._cells[row + down][column + across] = letter

    def put_row(self, motif: Sequence[str], row: int, *, start: int = 0, every: int | None = None) -> None:
        """Repeat a motif along a row, `every` columns (its own width when left out)."""
        for column in range(start, self.columns, every or len(motif[0])):
            self.put(motif, column, row)

    def frame(self, letter: str) -> None:
        """Stitch one line of crosses around the edge."""
        for row in (0, self.rows - 1):
            self.put([letter * self.columns], 0, row)
        for column in (0, self.columns - 1):
            self.put([letter] * self.rows, column, 0)

    def stitch(self, canvas: Canvas, x: float, y: float, step: float, threads: Threads) -> None:
        """Stitch everything placed so far with the cloth's corner at (x, y)."""
        stitch(canvas, x, y, ["".join(row) for row in self._cells], step, threads)
