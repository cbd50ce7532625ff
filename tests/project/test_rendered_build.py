"""What ``flet build`` made of the settings, where it was run: nothing was asked for that we did not ask for."""

import os
import plistlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.project.source import ROOT

ANDROID = "{http://schemas.android.com/apk/res/android}"
TOOLS = "{http://schemas.android.com/tools}"


def rendered(path: str) -> Path:
    """A file of the project that a build has written, in build/flutter or the folder that HOLDFAST_RENDERED names."""
    found = Path(os.environ.get("HOLDFAST_RENDERED", ROOT / "build" / "flutter")) / path
    if not found.exists():
        pytest.skip("not built here: flet build writes it (docs/platforms.md)")
    return found


def test_the_android_manifest_takes_every_permission_out() -> None:
    manifest = ET.parse(rendered("android/app/src/main/AndroidManifest.xml")).getroot()  # noqa: S314  # our own file
    permissions = {
        one.get(f"{ANDROID}name"): one.get(f"{TOOLS}node") for one in manifest.iter("uses-permission")
    }
    assert permissions["android.permission.INTERNET"] == "remove"
    assert set(permissions.values()) == {"remove"}


def test_the_android_manifest_keeps_the_files_out_of_the_cloud() -> None:
    manifest = ET.parse(rendered("android/app/src/main/AndroidManifest.xml")).getroot()  # noqa: S314  # our own file
    application = manifest.find("application")
    assert application is not None
    assert application.get(f"{ANDROID}label") == "Holdfast"
    for name in ("allowBackup", "fullBackupContent", "usesCleartextTraffic"):
        assert application.get(ANDROID + name) == "false", name


def test_an_iphone_is_asked_for_nothing() -> None:
    if "'package_platform': 'Darwin'" in rendered(".vars").read_text(encoding="utf-8"):
        pytest.skip("built for a Mac: what is for iPhones is not filled in")
    info = plistlib.loads(rendered("ios/Runner/Info.plist").read_bytes())
    assert info["LSApplicationQueriesSchemes"] == ["tel", "sms", "mailto"]
    assert info["UIFileSharingEnabled"] is False
    assert [key for key in info if key.endswith("UsageDescription") or key == "UIBackgroundModes"] == []


def test_a_mac_keeps_it_in_its_sandbox_without_a_network() -> None:
    entitlements = plistlib.loads(rendered("macos/Runner/Release.entitlements").read_bytes())
    assert entitlements["com.apple.security.app-sandbox"] is True
    assert entitlements["com.apple.security.network.client"] is False
    assert entitlements["com.apple.security.network.server"] is False
