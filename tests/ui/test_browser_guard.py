"""Attacks on the browser window: the real server on loopback, asked as strangers would ask."""

import json
import logging
import re
import socket
from urllib.parse import urljoin

import pytest

from app.ui.palette import DARK, LIGHT
from app.ui.typeface import FONT, STRONG_FONT
from app.words import browser_window as words
from tests.ui.served import ASSETS, Served

FIRST_FAMILIES = {"MaterialIcons", "packages/cupertino_icons/CupertinoIcons", "Roboto", FONT, STRONG_FONT}
"""Flutter paints nothing before the fonts of all of them are loaded."""


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.evil.example", ""],
)
def test_any_other_name_for_this_computer_is_refused(served: Served, host: str) -> None:
    assert served.status(served.base, Host=host.format(port=served.port)) == 403


def test_two_hosts_in_one_request_are_refused(served: Served) -> None:
    head = f"GET {served.base} HTTP/1.1\r\nHost: {served.host}\r\nHost: evil.example\r\n\r\n"
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as plain:
        plain.sendall(head.encode())
        first_line = plain.recv(100).split(b"\r\n")[0]
    assert first_line.split()[1] in {b"400", b"403"}


def test_the_window_answers_at_its_own_path_and_no_other(served: Served) -> None:
    assert served.status(served.base) == 200
    assert served.status(f"{served.base}some/route") == 200
    for path in ("/", f"/{'x' * 32}/", served.base.upper(), f"/x{served.base}", "/index.html", "/ws"):
        assert served.status(path) == 403, path


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_sent_to_it_but_questions(served: Served, method: str) -> None:
    assert served.status(served.base, method) == 403
    assert served.status(f"{served.base}upload", method) == 403


@pytest.mark.parametrize(
    "closed",
    [
        "docs",
        "redoc",
        "openapi.json",
        "upload",
        "oauth_callback",
        "ws",
        "DOCS",
        "docs/oauth2-redirect",
        "pyodide/pyodide.js",
    ],
)
def test_what_the_framework_offers_besides_the_app_is_closed(served: Served, closed: str) -> None:
    assert served.status(f"{served.base}{closed}") == 403


@pytest.mark.parametrize(
    "path",
    [
        "../main.py",
        "..%2fmain.py",
        "%2e%2e/main.py",
        "assets/../../main.py",
        "..%5cmain.py",
        "fonts/%00.ttf",
        "/etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_web_folders(served: Served, path: str) -> None:
    status, _, body = served.ask(f"{served.base}{path}")
    assert "front door" not in body
    assert "root:" not in body
    assert status in {200, 403, 404}
    if status == 200:
        assert "<title>Holdfast</title>" in body  # a route of the app like any other


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_can_load_nothing_of_the_window(served: Served, site: str) -> None:
    for path in ("", "flutter_bootstrap.js", "main.dart.js"):
        assert served.status(f"{served.base}{path}", Sec_Fetch_Site=site) == 403
        assert served.status(f"{served.base}{path}", Sec_Fetch_Site="same-origin") == 200


@pytest.mark.parametrize(
    "path", ["", "flutter_bootstrap.js", "fonts/NotoSans-Regular.ttf", "_stranger", "missing.js"]
)
def test_every_answer_carries_the_headers_that_shut_others_out(served: Served, path: str) -> None:
    _, headers, _ = served.ask(f"{served.base}{path}", Origin="http://evil.example")
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert headers.get_all("X-Frame-Options") == ["DENY"]
    assert headers.get_all("Referrer-Policy") == ["no-referrer"]
    assert headers.get_all("Cross-Origin-Resource-Policy") == ["same-origin"]
    assert headers.get_all("Cross-Origin-Opener-Policy") == ["same-origin"]
    assert headers.get_all("Access-Control-Allow-Origin") is None
    assert headers.get_all("Server") is None
    [policy] = headers.get_all("Content-Security-Policy") or []
    assert policy.startswith("default-src 'none'; ")
    for shut in ("frame-ancestors", "form-action", "object-src"):
        assert f"{shut} 'none'" in policy


def test_the_document_runs_only_its_own_scripts_and_is_kept_nowhere(served: Served) -> None:
    _, headers, body = served.ask(served.base)
    rules = dict(rule.partition(" ")[::2] for rule in headers["Content-Security-Policy"].split("; "))
    assert "unsafe-inline" not in rules["script-src"]
    assert rules["script-src"].count("'sha256-") == len(re.findall(r"<script>", body))
    assert rules["connect-src"] == f"'self' ws://{served.host} blob: data:"
    assert rules["media-src"] == "blob:", "a sound that stands in its address may be written to a file"
    assert "https:" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_while_it_loads_the_window_shows_our_own_picture_on_our_own_paper(served: Served) -> None:
    text = served.ask(served.base)[2]
    asked = dict.fromkeys(re.findall(r'(?:src|srcset|href)="([^"/]+\.png)"', text))
    assert list(asked) == ["favicon.png", "splash_dark.png", "splash.png"]
    for name in asked:
        _, headers, body = served.ask(f"{served.base}{name}")
        assert headers["Content-Type"] == "image/png"
        assert body == (ASSETS / name).read_bytes().decode("utf-8", "replace")
    assert re.findall(r"background: (#\w+)", text) == [LIGHT.paper, DARK.paper]


def test_the_window_cannot_be_installed_under_an_address_that_ends(served: Served) -> None:
    text = served.ask(served.base)[2]
    assert not re.search(r"manifest|web-app|touch-icon", text)
    assert "Flet application" not in text


def test_no_browser_offers_to_send_the_page_to_a_translator(served: Served) -> None:
    assert '<html lang="en" translate="no">' in served.ask(served.base)[2]


def test_the_document_holds_neither_the_tab_key_nor_the_one_time_address(served: Served) -> None:
    body = served.ask(served.base)[2]
    assert served.keys.tab not in body
    assert served.keys.entry not in body


def test_the_fonts_of_the_app_are_served_below_the_page(served: Served) -> None:
    for font in (ASSETS / "fonts").glob("*.?tf"):
        assert served.status(f"{served.base}fonts/{font.name}") == 200


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("notosansarabic/v28/nwpxtLG.woff2", "NotoSansArabic-Regular.ttf"),
        ("notosanssc/v37/k3kCo8.87.woff2", "NotoSansCJK-Regular.otf"),
        ("notocoloremoji/v32/Yq6P-K.7.woff2", "NotoEmoji-Regular.ttf"),
    ],
)
def test_a_font_that_the_client_would_fetch_is_answered_by_ours_once_for_each_page(
    fresh: Served, asked: str, given: str
) -> None:
    font = f"{fresh.base}assets/fonts/{asked}"
    fresh.ask(fresh.base)
    assert int(fresh.ask(font)[1]["Content-Length"]) == (ASSETS / "fonts" / given).stat().st_size
    assert fresh.status(font.replace("7.woff2", "8.woff2")) == 404
    fresh.ask(fresh.base, "HEAD")
    assert fresh.status(font) == 404
    fresh.ask(fresh.base)
    assert fresh.status(font) == 200


@pytest.mark.parametrize(
    "asked", ["notosansvai/v17/x.woff2", "notosans../x.woff2", "noto", "notosanscjk/../../x"]
)
def test_fonts_that_are_not_here_are_plainly_missing(served: Served, asked: str) -> None:
    assert served.status(f"{served.base}assets/fonts/{asked}") in {403, 404}


def test_of_the_fonts_that_come_before_all_else_those_of_formulas_are_left_out(served: Served) -> None:
    status, headers, body = served.ask(f"{served.base}assets/FontManifest.json")
    assert (status, headers["Content-Type"]) == (200, "application/json")
    families = {one["family"]: one["fonts"] for one in json.loads(body)}
    assert families.keys() == FIRST_FAMILIES
    for [font] in families.values():
        assert served.status(urljoin(f"{served.base}assets/", font["asset"])) == 200


def test_lasting_workers_are_plainly_missing(served: Served) -> None:
    assert served.status(f"{served.base}flutter_service_worker.js?v=1") == 404


def test_the_one_time_address_leads_on_once_and_then_says_that_it_was_used(fresh: Served) -> None:
    status, headers, body = fresh.ask(fresh.entry, Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="document")
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert f'location.replace("{fresh.base}")' in body
    assert fresh.keys.tab in body
    status, _, body = fresh.ask(fresh.entry)
    assert status == 410
    assert words.already_opened in body
    assert fresh.keys.tab not in body
    assert fresh.keys.window not in body


def test_looking_ahead_or_framing_does_not_spend_the_one_time_address(fresh: Served) -> None:
    assert fresh.status(fresh.entry, Sec_Purpose="prefetch;prerender") == 403
    assert fresh.status(fresh.entry, Sec_Fetch_Dest="iframe") == 403
    assert fresh.status(fresh.entry, Host="evil.example") == 403
    assert fresh.status(fresh.entry, "HEAD") == 200
    assert fresh.status(fresh.entry) == 200


def test_a_copied_tab_may_go_on_once_the_first_is_gone(fresh: Served) -> None:
    status, headers, _ = fresh.ask(f"{fresh.base}_elsewhere")
    assert status == 303
    assert headers["Location"] == fresh.base
    assert words.not_from_here in fresh.ask(f"{fresh.base}_stranger")[2]


def test_refusals_name_the_rule_in_the_log_and_nothing_of_the_request(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "app"):
        served.status("/canary-path", Host="canary.example")
        served.status(f"{served.base}docs", X_Canary="canary")
        served.socket_status(origin="http://canary.example")
    assert [record.name.rpartition(".")[2] for record in caplog.records] == ["host", "closed", "origin"]
    for secret in ("canary", served.keys.window, served.keys.tab, str(served.port)):
        assert secret not in caplog.text
