"""My peer support page: choosing what stands on it, and the words on a copy."""

from app.words.said import Choices, Counted, Said


class PeerPageWords:
    """The page under its four headings. Keys of ``headings`` are the values of ``PageHeading``."""

    title = Said("My peer support page")
    intro = Said("A page made of what you keep here, for yourself or to share. Nothing is chosen at first.")
    headings = Choices(
        {
            "topics": "What I receive peer support for",
            "received": "Peer support I receive",
            "helpful": "What I find helpful",
            "hoped_for": "What further peer support I’d like",
        }
    )
    kinds = Choices({"tools": "What helps in a hard hour", "learnings": "What I learned"})
    empty = Said("Nothing is here yet. It can stay empty. Then it is not on the page.")
    stay_back = Counted(
        "{n} thing stays with you. It is not marked to be shared.",
        "{n} things stay with you. They are not marked to be shared.",
    )
    whole = Said("All of “{heading}”")
    show_more = Counted("Show {n} more", "Show {n} more")
    open_list = Said("Open: {name}")
    with_example = Said("{what} ({example})")
    choose_first = Said("Choose at least one thing first.")
    see = Said("See the page")
    preview = Said("This is what they will see")
    stays = Said("This stays with you")
    not_chosen = Counted("{n} thing: not chosen", "{n} things: not chosen")
    not_open = Counted("{n} thing: not marked to be shared", "{n} things: not marked to be shared")
    continue_ = Said("Make a copy")
    form_title = Said("Make a copy")
    screen_title = Said("A page to read")
    given_to = Said("Who it is for")
    given_to_help = Said("Only you see this. It helps you to know who has a copy.")
    saved = Said("The copy is saved. This app sends nothing: give it away yourself.")
    done = Said("Done")

    copies = Said("Copies you made")
    copy = Said("{form}, {day}")
    for_someone = Said("For {name}")
    changed = Said("The page has changed since then")
    current = Said("Up to date")
    take_out = Said("Take this out: {copy}")
    forgotten = Said("Taken out of the list. The copy itself stays where it is.")

    document_title = Said("Page")


peer_page = PeerPageWords()
