"""A canvas that collects SVG: plain shapes, the gradients that give them roundness, groups and clips."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random

from colours import EARTH, darker, lighter

SIZE = 1200
Stop = tuple[float, str] | tuple[float, str, float]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _attributes(values: dict[str, object]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_decimal(value) if isinstance(value, float) else value}"'
        for name, value in values.items()
    )


def _decimal(value: float) -> str:
    """Two places: opacities need them, lengths do not mind."""
    return f"{value:.2f}"


class Canvas:
    """One SVG drawing of 1200 × 1200; `random` is seeded, so the same seed gives the same drawing."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._definitions: list[str] = []
        self._parts: list[str] = []
        self._paints: dict[tuple[object, ...], str] = {}

    def svg(self) -> str:
        """Return the whole document."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}">'
        return f"{head}<defs>{''.join(self._definitions)}</defs>{''.join(self._parts)}</svg>"

    def define(self, markup: str) -> str:
        """Add a definition whose id is written `{id}` in `markup`; return its `url(#…)`."""
        name = f"d{len(self._definitions)}"
        self._definitions.append(markup.replace("{id}", name))
        return f"url(#{name})"

    # Shapes

    def path(self, d: str, fill: str = "none", **more: object) -> None:
        """Fill a path."""
        self._parts.append(f'<path d="{d}" fill="{fill}"{_attributes(more)}/>')

    def line(self, d: str, stroke: str, width: float, **more: object) -> None:
        """Draw a path as a round-ended line."""
        self.path(d, stroke=stroke, stroke_width=width, stroke_linecap="round", stroke_linejoin="round", **more)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> None:
        """Fill an ellipse around (x, y)."""
        where = f'cx="{_number(x)}" cy="{_number(y)}" rx="{_number(rx)}" ry="{_number(ry)}"'
        self._parts.append(f'<ellipse {where} fill="{fill}"{_attributes(more)}/>')

    def ring(self, x: float, y: float, radius: float, stroke: str, width: float) -> None:
        """Draw a circle's outline."""
        self.ellipse(x, y, radius, radius, "none", stroke=stroke, stroke_width=width)

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **more: object) -> None:
        """Fill a rectangle from its top left corner."""
        where = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
        self._parts.append(f'<rect {where} fill="{fill}"{_attributes(more)}/>')

    def text(self, x: float, y: float, size: float, words: str, fill: str) -> None:
        """Write centred Arabic words in the label face, baseline at y."""
        style = f'font-family="Label" font-size="{_number(size)}" text-anchor="middle" direction="rtl"'
        self._parts.append(f'<text x="{_number(x)}" y="{_number(y)}" {style} fill="{fill}">{words}</text>')

    # Light

    def linear(self, *stops: Stop, end: tuple[float, float] = (1, 0)) -> str:
        """Return a straight gradient from the shape's top left towards `end` (1 = its far side)."""
        return self._paint(("linear", *stops, end), f'<linearGradient id="{{id}}" x2="{end[0]}" y2="{end[1]}">', stops, "linear")

    def ball(self, colour: str, light: float = 0.45, dark: float = 0.35) -> str:
        """Return the paint of a round thing lit from the top left."""
        stops = ((0, lighter(colour, light)), (0.5, colour), (1, darker(colour, dark)))
        head = '<radialGradient id="{id}" cx=".34" cy=".28" r=".82">'
        return self._paint(("ball", colour, light, dark), head, stops, "radial")

    def drum(self, colour: str) -> str:
        """Return the paint of an upright round wall (jar, sack, bowl) lit from the left."""
        return self.linear(
            (0, darker(colour, 0.12)), (0.16, lighter(colour, 0.42)), (0.4, colour), (0.78, darker(colour, 0.22)), (1, darker(colour, 0.42))
        )

    def _paint(self, key: tuple[object, ...], head: str, stops: Sequence[Stop], kind: str) -> str:
        if key not in self._paints:
            inner = "".join(
                f'<stop offset="{stop[0]}" stop-color="{stop[1]}" stop-opacity="{stop[2] if len(stop) > 2 else 1}"/>' for stop in stops
            )
            self._paints[key] = self.define(f"{head}{inner}</{kind}Gradient>")
        return self._paints[key]

    def shadow(self, x: float, y: float, rx: float, ry: float = 34, opacity: float = 0.42) -> None:
        """Lay the soft contact shadow of a thing that stands at (x, y), thrown to the right."""
        self.ellipse(x + 34, y, rx, ry, EARTH, opacity=opacity, filter="url(#blur)")

    # Groups

    @contextmanager
    def moved(self, x: float = 0, y: float = 0, turn: float = 0, scale: float = 1) -> Iterator[None]:
        """Draw inside with (x, y) as origin, turned by degrees and scaled."""
        self._parts.append(f'<g transform="translate({_number(x)} {_number(y)}) rotate({_number(turn)}) scale({scale:.3f})">')
        yield
        self._parts.append("</g>")

    @contextmanager
    def clipped(self, d: str) -> Iterator[None]:
        """Draw inside only where the path covers."""
        clip = self.define(f'<clipPath id="{{id}}"><path d="{d}"/></clipPath>')
        self._parts.append(f'<g clip-path="{clip}">')
        yield
        self._parts.append("</g>")
