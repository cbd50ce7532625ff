"""What peers give each other: learned in a meeting, used on a hard day, put into the plan, passed on, and told on a page."""

from tests.browser.kit import Window
from tests.browser.steps import add_support, begin, check_in, has, to_tools

NOOR, WAVES = "Noor", "Count seven waves"


async def test_what_a_peer_showed_me_goes_on_to_the_plan_to_the_next_one_and_onto_a_page(
    window: Window,
) -> None:
    await begin(window)
    await learn_it_in_a_meeting(window)
    await use_it_after_a_low_check_in(window)
    await pass_it_on(window)
    await tell_of_it_on_a_page(window)


async def learn_it_in_a_meeting(window: Window) -> None:
    await window.tap("Supports")
    await add_support(window, NOOR, "+36 30 123 4567")
    await window.page.get_by_role("button", name=f"Open {NOOR}").first.click()
    await window.tap(f"Note a meeting with {NOOR}")
    await has(window, "heading", "To come back to")
    await window.type("What I received", "She showed me how she counts waves.")
    await window.tap("Done")
    await has(window, "button", f"Note a meeting with {NOOR}")
    await window.tap("Today")  # on the page of a support something else is called Growing too
    await has(window, "heading", "How is it right now?")
    await to_tools(window)
    await window.tap("Add something that helps")
    await window.says("A few words are enough.")
    await window.submit("What it is", WAVES)
    await has(window, "heading", "Did it help?")
    await window.tap("Change")
    await has(window, "heading", "Learned from")
    await window.toggle(NOOR)
    await has(window, "checkbox", NOOR, chosen=True)
    await window.tap("Done")
    await window.says(f"Learned from: {NOOR}")
    await window.tap("Keep at hand")
    await window.says(f"{WAVES} is at hand.")


async def use_it_after_a_low_check_in(window: Window) -> None:
    await window.tap("Today")
    await has(window, "heading", "How is it right now?")
    await check_in(window, "Very hard")
    await window.tap(f"Try: {WAVES}")
    await has(window, "heading", "Did it help?")
    await window.tap("Add to my plan")
    await window.says(f"{WAVES} is in your plan now.")
    await window.tap("Plan")
    await window.tap("What I can do on my own, 1 line")
    await window.says(WAVES)


async def pass_it_on(window: Window) -> None:
    await to_tools(window)
    await window.tap(f"Open {WAVES}")
    await has(window, "heading", "Did it help?")
    await window.tap("Pass it on")
    await has(window, "heading", "May it be passed on?")
    await window.tap("Yes")
    await has(window, "radio", "Yes", chosen=True)
    await window.submit("Passed on to someone else", "my niece")
    await has(window, "checkbox", "my niece", chosen=True)


async def tell_of_it_on_a_page(window: Window) -> None:
    await window.tap("Growing")
    await has(window, "heading", "Look through")
    await window.page.get_by_role("button", name="My peer support page", exact=True).focus()
    await window.press_key("Enter")
    await has(window, "heading", "My peer support page")
    await window.toggle(WAVES)
    await has(window, "checkbox", WAVES, chosen=True)
    await window.tap("See the page")
    await has(window, "heading", "This is what they will see")
    await window.tap("Make a copy")
    await window.tap("Plain text, not locked")
    await has(window, "radio", "Plain text, not locked", chosen=True)
    copy = await window.download("Save the copy")
    told = copy.content.decode()
    assert WAVES in told
    assert not any(word in told for word in (NOOR, "my niece", "She showed me"))
