"""What the browser window is sent besides Flet's own files: its document, a few plain pages, and their headers."""

import html
import json
import re
import tempfile
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flet_web import get_package_web_dir, patch_index_html
from starlette.responses import Response

from app.ui.browser_fonts import MANIFEST, needed
from app.ui.palette import DARK, LIGHT
from app.words import browser_window as words
from app.words.language import written

ELSEWHERE = "_elsewhere"
"""The path, below the window's own, of the page for a copy of a tab that is still open."""

STRANGER = "_stranger"
"""The path, below the window's own, of the page for a tab that did not come in by the one-time address."""

DROP = "dropped"
"""The path, below the window's own and before the key of the tab, to which a file is sent that was dragged into the page."""

DROP_KIND = "application/octet-stream"

ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
"""Headers that stand on every answer.

Cross-Origin-Embedder-Policy is not among them: with it the page would be given shared memory, and Flutter would lay
text out and paint it in two threads whose glyph cache has no lock (flutter/flutter#190039): letters in wrong places,
then a page that never paints again. Nothing is embedded here that it could forbid; the content policy does that.
"""

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.25rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}"
)

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_INSTALLING = re.compile(
    r'^\s*<(?:link rel="(?:manifest|apple-touch-icon)"|meta name="[a-z-]*web-app-)[^>]*>\n', re.MULTILINE
)
"""What a browser would install it by, as an app of its own: that would have an address that is over."""

_LOADING = (
    '<img src="icons/loading-animation.png" alt="" />',
    '<picture><source media="(prefers-color-scheme: dark)" srcset="splash_dark.png" /><img src="splash.png" alt="" /></picture>',
)

_LOOK_AFTER_MS = 500
_NOT_HELD_ANY_MORE_MS = 800

_MARKER = (
    "position:fixed;inset:0;margin:auto;width:fit-content;height:fit-content;max-width:calc(100% - 32px);box-sizing:border-box;"
    "padding:16px 24px;border-radius:16px;font:1.25rem/1.5 system-ui,sans-serif;pointer-events:none;z-index:9;"
    f"background:{LIGHT.ink};color:{LIGHT.paper};border:2px solid {LIGHT.paper}"
)
"""How the sentence looks that is there while a file is held over the page."""

_TAB_KEY = (
    "holdfast"  # the name in sessionStorage, which belongs to one tab, survives a reload and is in no history
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """An HTML document in UTF-8 and the content security policy it is sent with."""

    body: bytes
    policy: bytes


def plain_page(sentence: str, *, script: str = "") -> Page:
    """One sentence on a page of its own, that can run only this script and reach nothing."""
    title, text = html.escape(words.title), html.escape(sentence)
    run = f"<script>{script}</script>" if script else ""
    body = (
        f'<!doctype html><html lang="{written()}"><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<main><p>{text}</p></main>{run}</html>"
    )
    policy = _policy({"script-src": _hashes([script]), "style-src": _hashes([_STYLE])})
    return Page(body=body.encode(), policy=policy)


def entry_page(base: str, tab: str) -> Page:
    """The page behind the one-time address: it leaves the tab's key in the tab and goes to the window's path.

    ``location.replace`` takes the one-time address out of the tab's history.
    """
    script = f"sessionStorage.setItem({json.dumps(_TAB_KEY)},{json.dumps(tab)});location.replace({json.dumps(base)})"
    return plain_page(words.opening, script=script)


def client_page(base: str, *, port: int) -> Page:
    """Flet's own document for a window at the path ``base``, which starts and ends with a slash.

    Only its own scripts run, by their hashes. It finds its socket by the key in its tab, and asks no other host.
    """
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder, "index.html")
        index.write_bytes(Path(get_package_web_dir(), "index.html").read_bytes())
        patch_index_html(str(index), base, app_name=words.title, app_description=words.title, no_cdn=True)
        text = index.read_text(encoding="utf-8")
    text = _in_our_dress(text.replace("<html>", f'<html lang="{written()}" translate="no">', 1))
    text = text.replace("</head>", f"<script>{_client_script(base)}</script>\n</head>", 1)
    return Page(body=text.encode(), policy=client_policy(port, _INLINE_SCRIPT.findall(text)))


def _in_our_dress(text: str) -> str:
    """Flet's document with our own knot on our own paper while it loads, and nothing to install."""
    text = _INSTALLING.sub("", text)
    text = text.replace("background: #ffffff", f"background: {LIGHT.paper}")
    text = text.replace("background: #222222", f"background: {DARK.paper}")
    return text.replace(*_LOADING)


def answer(page: Page, status: int = 200) -> Response:
    """The page as it is sent, never to be kept in a cache."""
    headers = [*ALWAYS, (b"content-security-policy", page.policy), (b"cache-control", b"no-store")]
    response = Response(page.body, status, media_type="text/html")
    response.raw_headers += headers
    return response


def font_list() -> Response:
    """Flet's own list of the fonts that are loaded first, without those that nothing here is drawn with."""
    listed = Path(get_package_web_dir(), MANIFEST).read_bytes()
    response = Response(needed(listed), media_type="application/json")
    response.raw_headers += [*ALWAYS, (b"cache-control", b"no-store")]
    return response


def client_policy(port: int, scripts: Iterable[str] = ()) -> bytes:
    """What Flet's client may do: run its own files and these inline scripts, and talk to this server alone.

    Flutter compiles WebAssembly, starts workers from blobs and writes style elements; it needs no more than this.
    """
    return _policy(
        {
            "script-src": f"'self' 'wasm-unsafe-eval' blob: {_hashes(scripts)}".strip(),
            "worker-src": "'self' blob:",
            "connect-src": f"'self' ws://127.0.0.1:{port} blob: data:",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "style-src": "'self' 'unsafe-inline'",
            "media-src": "blob:",  # a sound in a data address is one that Firefox writes to a file
        }
    )


def _policy(more: dict[str, str]) -> bytes:
    rules = {
        "default-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
        **more,
    }
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items()).encode()


def _hashes(texts: Iterable[str]) -> str:
    hashes = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{value}'" for value in hashes)


def _client_script(base: str) -> str:
    # Flet's client loads a graphics library from another host and registers a worker that outlives the page. The
    # policy and the guard refuse both; here they are not even asked for.
    # Once the server does not answer any more, the page leaves itself for one that says so and holds nothing.
    # Firefox writes a sound that stands in its address into a temporary file; from a blob each browser plays it in memory.
    # A copied tab has the key too: it waits for the first one's lock, which a reload gives back at once.
    # A Chromium asks its maker what the fields of a page are for, unless they are those of a search. So every field
    # belongs to a form that looks like one and leads nowhere (docs/browser-window.md).
    ended = json.dumps(plain_page(words.ended).body.decode()).replace("<", "\\u003c")
    return f"""
(() => {{
  const base = {json.dumps(base)};
  const key = sessionStorage.getItem({json.dumps(_TAB_KEY)});
  if (key === null) {{
    location.replace(base + "{STRANGER}");
    return;
  }}
  flet.webSocketEndpoint = base + "ws/" + key;
  const ended = {ended};
  let leaving = false;
  addEventListener("pagehide", () => {{ leaving = true; }});
  const look = async () => {{
    try {{
      await fetch(base, {{ method: "HEAD", cache: "no-store" }});
    }} catch {{
      if (!leaving) location.replace(URL.createObjectURL(new Blob([ended], {{ type: "text/html" }})));
    }}
  }};
  globalThis.WebSocket = class extends WebSocket {{
    constructor(...given) {{
      super(...given);
      this.addEventListener("close", () => setTimeout(look, {_LOOK_AFTER_MS}));
    }}
  }};
{_kept_from_the_browser()}  delete Navigator.prototype.serviceWorker;
  const nowhere = Object.assign(document.createElement("form"), {{ id: "nowhere", action: base + "search/" }});
  nowhere.addEventListener("submit", (event) => event.preventDefault());
  document.head.append(nowhere);
  document.createElement = (...given) => {{
    const made = Document.prototype.createElement.apply(document, given);
    if (made.matches("input, textarea")) {{
      made.setAttribute("form", nowhere.id);
      made.setAttribute("writingsuggestions", "false");
    }}
    return made;
  }};
  const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");
  Object.defineProperty(HTMLScriptElement.prototype, "src", {{
    ...src,
    set(address) {{
      if (new URL(String(address), document.baseURI).origin === location.origin) src.set.call(this, address);
    }},
  }});
  const media = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "src");
  Object.defineProperty(HTMLMediaElement.prototype, "src", {{
    ...media,
    set(address) {{
      URL.revokeObjectURL(this.src);
      const [, sound] = String(address).split(";base64,");
      const read = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
      media.set.call(this, sound ? URL.createObjectURL(new Blob([read(sound)])) : address);
    }},
  }});
  const waiting = setTimeout(() => location.replace(base + "{ELSEWHERE}"), 3000);
  navigator.locks?.request(base, () => {{
    clearTimeout(waiting);
    return new Promise(() => {{}});
  }}) ?? clearTimeout(waiting);
}})();
"""


def _kept_from_the_browser() -> str:
    """The part of the client's script that takes what a browser would take: a file dropped on the page, for which it would
    leave the page, and F10, by which it would open a menu of its own. It says so while a file is held over the page.
    """
    return f"""
  addEventListener("keydown", (event) => {{
    if (event.key === "F10" && !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey)) event.preventDefault();
  }}, true);
  const marker = Object.assign(document.createElement("div"), {{ role: "status", textContent: {json.dumps(words.drop)} }});
  marker.style.cssText = {json.dumps(_MARKER)};
  let held;
  const overPage = (event) => {{
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    clearTimeout(held);
    if (event.type === "drop") {{
      marker.remove();
      const [file] = event.dataTransfer.files;
      const headers = {{ "content-type": "{DROP_KIND}", "x-name": encodeURIComponent(file?.name ?? "") }};
      if (file) fetch(base + "{DROP}/" + key, {{ method: "POST", body: file, headers, cache: "no-store" }}).catch(() => {{}});
    }} else {{
      if (!marker.isConnected) document.body.append(marker);
      held = setTimeout(() => marker.remove(), {_NOT_HELD_ANY_MORE_MS});
    }}
  }};
  for (const event of ["dragenter", "dragover", "drop"]) addEventListener(event, overPage, true);
"""
