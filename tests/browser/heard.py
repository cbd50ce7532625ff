"""What a screen reader is given of a screen, as boxes with roles and names, and what is wrong with them."""

import re
from collections import Counter
from dataclasses import dataclass

from tests.browser.kit import Window

TARGET = 48
"""The least height of what can be pressed, in CSS pixels, as Material has it."""
RAIL_TARGET = 44
"""That of a place in the rail of a wide window: Flutter's own rail draws it so, and it is pressed with a pointer."""

_CONTROLS = """() => {
  const roles = ['button', 'tab', 'checkbox', 'switch', 'radio', 'link', 'textbox', 'slider', 'menuitem', 'option'];
  const role = one => one.getAttribute('role')
    ?? (one.matches('input, textarea') && !one.closest('[role]')?.matches('slider') ? 'textbox' : null)
    ?? (one.hasAttribute('flt-tappable') ? 'none' : null);
  return [...document.querySelectorAll('flt-semantics-host *')]
    .filter(one => roles.includes(role(one)) || role(one) === 'none')
    .map(one => {
      const box = one.getBoundingClientRect();
      return {
        role: role(one), name: (one.getAttribute('aria-label') ?? one.innerText ?? '').trim(),
        left: box.left, right: box.right, top: box.top, height: box.height, width: box.width,
      };
    });
}"""
_TEXTS = """() => [...document.querySelectorAll('flt-semantics-host flt-semantics')]
  .filter(one => !one.querySelector('flt-semantics'))
  .map(one => ({ box: one.getBoundingClientRect(), name: (one.getAttribute('aria-label') ?? one.innerText ?? '').trim() }))
  .map(({ box, name }) => ({ role: 'text', name, left: box.left, right: box.right, top: box.top, height: box.height,
    width: box.width }))"""


_RAILED = re.compile(r"Tab \d+ of \d+$")
_TALL = 6_000
_MOST_LOOKS = 20
TWO_PAINTS = "() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One node of the tree: its role, its name and its box in CSS pixels of the window."""

    role: str
    name: str
    left: float
    right: float
    top: float
    height: float
    width: float


async def controls(window: Window) -> list[Heard]:
    """Everything on the screen that can be pressed or typed in."""
    return [Heard(**found) for found in await window.page.evaluate(_CONTROLS)]


async def leaves(window: Window) -> list[Heard]:
    """Every node without another one inside."""
    return [Heard(**found) for found in await window.page.evaluate(_TEXTS)]


async def faults(window: Window) -> list[str]:
    """What is wrong with this screen, one sentence each; empty where all is well.

    The window is made as high as any page: at the edge of what is seen, Flutter cuts the boxes of its tree.
    A field may stand where it stood in the window's last size for a moment, so what is wrong is looked at again.
    """
    size = window.page.viewport_size
    assert size is not None
    await window.page.set_viewport_size({**size, "height": _TALL})
    before: list[Heard] = []
    wrong = ["its tree does not come to rest"]
    for _ in range(_MOST_LOOKS):
        await window.page.evaluate(TWO_PAINTS)
        now = await controls(window)
        if now == before:
            wrong = _wrong(now, await leaves(window), size["width"])
            if not wrong:
                return []
        before = now
    return wrong


def _wrong(found: list[Heard], texts: list[Heard], width: int) -> list[str]:
    twice = Counter((one.role, one.name) for one in found if one.name)
    return [
        *(f"{one.role} at {one.left:.0f}, {one.top:.0f} has no name" for one in found if not one.name),
        *(f"{one.name!r} has no role" for one in found if one.role == "none"),
        *(f"{count} times {role} {name!r}" for (role, name), count in twice.items() if count > 1),
        *(
            f"{one.role} {one.name[:40]!r} sticks out: {one.left:.0f} to {one.right:.0f} of {width}"
            for one in [*found, *texts]
            if one.left < -1 or one.right > width + 1
        ),
        *(
            f"{one.role} {one.name[:40]!r} is {one.height:.0f} high"
            for one in found
            if one.height < (RAIL_TARGET if _RAILED.search(one.name) else TARGET) - 0.5
        ),
    ]
