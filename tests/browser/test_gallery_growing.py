"""Pictures of about me, what is helpful, hopes, referrals, turns and the peer support page, in the four frames, with a usual vault."""

import re

from tests.browser.kit import Window
from tests.browser.steps import at, has, unlock
from tests.browser.test_gallery import Album, album, app_process, both_ways

__all__ = ["album", "app_process"]


async def opened(window: Window, row: str, heading: str) -> None:
    await window.page.get_by_role("button", name=re.compile(f"^{row}")).click()
    await has(window, "heading", heading)


@both_ways("usual")
async def test_what_is_said_and_hoped_for(window: Window, album: Album) -> None:
    await unlock(window)
    await at(window, "/about-me", "About me")
    await album.look("about-me")
    await at(window, "/helpful", "What I find helpful")
    await album.look("helpful-things")
    await opened(window, "Open Being asked before being advised", "Something helpful")
    await window.tap("Choose a part of my plan")
    await window.says("Add to: Services and lines")
    await album.look("helpful-thing")
    await at(window, "/hopes", "What I’m hoping for")
    await album.look("hopes")
    await opened(window, "Open Someone who writes", "Someone who writes")
    await album.look("hope")
    await at(window, "/referrals", "Suggested to me")
    await album.look("referrals")
    await opened(window, "Open The drop-in at the library", "The drop-in at the library")
    await album.look("referral")
    await at(window, "/turns", "Taking turns")
    await album.look("turns-asked")
    await window.type("Who begins", "Noor")
    await window.tap("Begin with Noor")
    await window.says("Noor talks")
    await album.look("turns")


@both_ways("usual")
async def test_the_peer_support_page(window: Window, album: Album) -> None:
    await unlock(window)
    await at(window, "/peer-page", "My peer support page")
    await album.look("peer-page")
    await album.tap("See the page", then="This is what they will see")
    await album.look("peer-page-preview")
    await album.tap("Make a copy", then="Make a copy")
    await window.says("Who it is for")
    await album.look("peer-page-copy")
