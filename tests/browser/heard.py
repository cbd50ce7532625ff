"""What a screen reader is given of a screen, as boxes with roles, names and states, and what is wrong with them."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.browser.contrast import too_faint
from tests.browser.kit import Window

TARGET = 48
"""The least height and width of what can be pressed, in CSS pixels, as Material has it."""
LINK_TARGET = 24
"""That of a link, which stands in a sentence (WCAG 2.2, 2.5.8)."""
DAY_WIDTH = 36
"""That of a day of a month: seven of them stand abreast in 320 pixels, each as high as the others."""
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
      const state = ['checked', 'selected', 'current', 'expanded'].filter(state => one.hasAttribute(`aria-${state}`));
      return {
        role: role(one), name: (one.getAttribute('aria-label') ?? one.innerText ?? '').trim(), states: state.join(' '),
        off: one.getAttribute('aria-disabled') === 'true' || one.disabled === true,
        left: box.left, right: box.right, top: box.top, height: box.height, width: box.width,
      };
    });
}"""
_TEXTS = """() => [...document.querySelectorAll('flt-semantics-host flt-semantics, flt-semantics-host :is(h1, h2, h3, h4)')]
  .filter(one => !one.querySelector('flt-semantics'))
  .map(one => {
    const box = one.getBoundingClientRect();
    return {
      role: ['img', 'progressbar'].find(role => one.getAttribute('role') === role) ?? 'text', states: '',
      name: (one.getAttribute('aria-label') ?? one.innerText ?? '').trim(),
      off: one.getAttribute('aria-disabled') === 'true',
      left: box.left, right: box.right, top: box.top, height: box.height, width: box.width,
    };
  })"""
_LANDMARKS = """() => {
  const named = one => one.getAttribute('aria-label') ?? one.innerText ?? '';
  const dialogs = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')];
  return {
    titles: [...document.querySelectorAll('flt-semantics-host h1')].map(one => named(one).trim()),
    empty: [...document.querySelectorAll('flt-semantics-host :is(h1, h2, h3, h4)')].filter(one => !named(one).trim()).length,
    pictures: [...document.querySelectorAll('flt-semantics-host [role=img]')].filter(one => !named(one).trim()).length,
    dialogs: dialogs.length, nameless: dialogs.filter(one => !one.getAttribute('aria-label') && !one.innerText.trim()).length,
    held_out: document.querySelectorAll('flt-semantics-host [aria-label] [role=group], flt-semantics-host [role=group][aria-label]').length > 0,
  };
}"""


_RAILED = re.compile(r"Tab \d+ of \d+$")
_DAY = re.compile(r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d")
TALL = 8_000
"""Of the highest window in which a page is looked at: more than nearly any page, and no more than Chromium paints."""
_ROOM = 400
"""Below a page that is seen whole, for the line at the foot, which would lie over its end."""
_BAR, _CUT = 80, 12
"""How high the bar of places is, and how near to it a page ends that is cut there, in CSS pixels."""
_MOST_LOOKS = 20
TWO_PAINTS = "() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))"
UNSEEN = f"""async () => {{
  const nodes = () => [...document.querySelectorAll('flt-semantics')];
  for (let looks = 0; looks < 60; looks += 1) {{
    await ({TWO_PAINTS})();
    const height = nodes()[0]?.getBoundingClientRect().height ?? 0;
    if (Math.abs(height - innerHeight) < 1) break;
  }}
  const beyond = nodes().filter(one => one.style.overflowY === 'scroll').map(one => one.scrollHeight - one.clientHeight);
  return Math.max(0, ...beyond);
}}"""
"""How much there is to scroll for, once the tree is that of a window of this height."""


_STATE_OF = {"checkbox": "checked", "switch": "checked", "radio": "checked", "tab": "selected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One node of the tree: its role, its name, which states are told of it, and its box in CSS pixels of the window."""

    role: str
    name: str
    states: str
    off: bool
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

    The window is made so high that nothing is left to scroll for: at the edge of what is seen, Flutter cuts the boxes
    of its tree. A list that was longer than it had guessed is looked at in the highest window.
    A field may stand where it stood in the window's last size for a moment, so what is wrong is looked at again.
    """
    size, height = window.page.viewport_size, 0
    assert size is not None
    before: list[Heard] | None = None
    wrong = ["its tree does not come to rest"]
    for _ in range(_MOST_LOOKS):
        unseen = await window.page.evaluate(UNSEEN)
        if not height or (unseen and height < TALL):
            height = TALL if height else min(TALL, size["height"] + unseen + _ROOM)
            await window.page.set_viewport_size({**size, "height": height})
            before = None
            continue
        now = await controls(window)
        if now == before:
            texts = await leaves(window)
            wrong = [
                *_wrong(now, texts, size["width"]),
                *_unmarked(await window.page.evaluate(_LANDMARKS)),
                *await _faint(window, texts),
            ]
            if not wrong:
                return []
        before = now
    return wrong


def _may_be_cut(one: Heard) -> bool:
    """Whether it ends where the bar of places begins, or at the lower edge: there a page that is longer still is cut."""
    end = one.top + one.height
    return one.role != "tab" and (TALL - _BAR - _CUT < end < TALL - _BAR + _CUT or end > TALL - 1)


def _wrong(found: list[Heard], texts: list[Heard], width: int) -> list[str]:
    twice = Counter((one.role, one.name) for one in found if one.name)
    return [
        *(f"{one.role} at {one.left:.0f}, {one.top:.0f} has no name" for one in found if not one.name),
        *(f"{one.name!r} has no role" for one in found if one.role == "none"),
        *(
            f"{one.role} {one.name[:40]!r} does not tell its state"
            for one in found
            if _STATE_OF.get(one.role, "") not in one.states
        ),
        *(f"{count} times {role} {name!r}" for (role, name), count in twice.items() if count > 1),
        *(
            f"{one.role} {one.name[:40]!r} sticks out: {one.left:.0f} to {one.right:.0f} of {width}"
            for one in [*found, *texts]
            if one.left < -1 or one.right > width + 1
        ),
        *(
            f"{one.role} {one.name[:40]!r} is {one.width:.0f} wide and {one.height:.0f} high, at {one.top:.0f}"
            for one in found
            if (one.height < _least_height(one) - 0.5 and not _may_be_cut(one))
            or one.width < _least_width(one) - 0.5
        ),
    ]


def _least_height(one: Heard) -> int:
    if one.role == "link":
        return LINK_TARGET
    return RAIL_TARGET if _RAILED.search(one.name) else TARGET


def _least_width(one: Heard) -> int:
    return DAY_WIDTH if _DAY.match(one.name) else _least_height(one)


def _unmarked(found: dict[str, Any]) -> list[str]:
    """What keeps a person from finding their way: a screen has one title, a dialog and a picture their words."""
    titles, dialogs = found["titles"], found["dialogs"]
    held_out = (
        not titles and found["held_out"]
    )  # to be read by somebody: a group with a name, and nothing of the app
    return [
        *(
            [f"has {len(titles)} titles: {titles}"]
            if not dialogs and len(titles) != 1 and not held_out
            else []
        ),
        *(["has an empty heading"] if found["empty"] else []),
        *(["has a picture without words"] if found["pictures"] else []),
        *(["has a dialog without words"] if found["nameless"] else []),
    ]


async def _faint(window: Window, texts: list[Heard]) -> list[str]:
    """Which words do not stand out. What is turned off need not."""
    weighed = [
        one for one in texts if one.name and one.role == "text" and not one.off and not _may_be_cut(one)
    ]
    return too_faint(await window.page.screenshot(), weighed)
