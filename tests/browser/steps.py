"""What a person does on the way through the app, in the words of its screens, for the journeys."""

from playwright.async_api import expect

from tests.browser.kit import PATIENCE_SECONDS, Window

PASSPHRASE = "seven quiet otters mend the harbour"
MOST_STEPS = 60
TWO_PAINTS = "() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))"


async def at(window: Window, path: str, heading: str) -> None:
    """Go to a screen by its path, as the buttons of a browser do."""
    await window.page.evaluate(
        "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }", path
    )
    await has(window, "heading", heading)


async def begin(window: Window, passphrase: str = PASSPHRASE) -> None:
    """From the first page to Today, with this passphrase."""
    await window.tap("Choose a passphrase")
    await window.says("Type it once more")
    await window.type("Passphrase", passphrase)
    await window.type("Type it once more", passphrase)
    await window.tap("Lock it and begin")
    await window.says("How is it right now?")


async def unlock(window: Window, passphrase: str = PASSPHRASE) -> None:
    """From the door to Today."""
    await window.says("Welcome back")
    await window.submit("Passphrase", passphrase)
    await window.says("How is it right now?")


async def check_in(window: Window, mood: str) -> None:
    """Say how it is, from Today."""
    await window.tap(mood)
    await window.says("Saved. Add more, or leave it there.")


async def add_more(window: Window) -> None:
    """Open the check-in that was just saved."""
    await window.tap("Add more")
    await window.says("Everything here is saved as you go.")


async def in_list(window: Window, row: str, word: str) -> None:
    """Pick a word in one of the lists of a check-in, and come back."""
    await window.tap(row)
    await has(window, "heading", row.partition(":")[0])
    await window.toggle(word)
    await has(window, "checkbox", word, chosen=True)
    await window.tap("Done")
    await window.says("Everything here is saved as you go.")


async def add_support(window: Window, name: str, number: str, *, kind: str = "Person") -> None:
    """Add a support with a phone number, from and to the list of supports."""
    await window.tap("Add a support")
    await window.says("For example: a friend, a choir, the park.")
    await window.type("Name", name)
    await window.toggle(kind)
    await window.tap("Save support")
    await window.says("No way to reach is noted yet.")
    await window.type("Phone number", number)
    await window.tap("Add a way to reach")
    await has(window, "button", f"Remove Call: {number}")
    await window.tap("Done")
    await has(window, "heading", "My supports")


async def open_part(window: Window, part: str, *, lines: str = "Nothing yet") -> None:
    """Open a part of the plan, from the list of parts, where it stands with that many lines."""
    await window.tap(f"{part}, {lines}")
    await has(window, "heading", part)


async def write_line(window: Window, text: str) -> None:
    """Add a line to the part that is open."""
    await window.submit("Add a line", text)
    await has(window, "button", f"Delete: {text}")


async def to_tools(window: Window) -> None:
    """Go to the list of what helps, by the bar and its door in Growing: by keyboard, as a line at the foot may lie over it."""
    await window.tap("Growing")
    await has(window, "heading", "Look through")
    await window.page.get_by_role("button", name="What helps me", exact=True).focus()
    await window.press_key("Enter")
    await has(window, "heading", "What helps me")


async def has(window: Window, role: str, name: str, *, chosen: bool | None = None) -> None:
    """Wait until exactly one thing of that role has that name, and, where that is asked, is chosen or not."""
    more = {} if chosen is None else {"checked": chosen}
    one = window.page.get_by_role(role, name=name, exact=True, **more)  # type: ignore[arg-type]  # one of its literals
    try:
        await expect(one).to_have_count(1, timeout=PATIENCE_SECONDS * 1000)
    except AssertionError:
        raise AssertionError(
            f"{await one.count()} times: {role} {name!r} {more}\n{await window.tree()}"
        ) from None


async def holds(window: Window, field: str, text: str) -> None:
    """Wait until a field holds that text. It is given the keyboard first: before, Flutter tells its value wrongly."""
    one = window.page.get_by_label(field, exact=True)
    await one.focus()
    await expect(one).to_have_value(text, timeout=PATIENCE_SECONDS * 1000)


async def press(window: Window, name: str, key: str, *, back: bool = False) -> None:
    """Go to what has that name and press a key on it."""
    await to(window, name, back=back)
    await window.press_key(key)


async def to(window: Window, name: str, *, back: bool = False) -> None:
    """Press Tab, or Shift and Tab, until what has that name has the keyboard.

    At least once: where a screen begins, the browser has the keyboard on its first button, Flutter not yet.
    """
    passed: list[str] = []
    while not passed or passed[-1] != name:
        assert len(passed) < MOST_STEPS, f"{name!r} was not reached, but {passed}"
        await window.press_key("Shift+Tab" if back else "Tab")
        await window.page.evaluate(TWO_PAINTS)
        passed.append(await window.focused())
