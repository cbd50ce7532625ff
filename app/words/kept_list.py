"""Lists of kept things and their pages: what they all say, and what each of them says in words of its own."""

from app.words.said import Choices, Counted, Lines, Said


class HeadWords:
    """What each list is called, and one thing of it; ``short`` is what it is, as an answer."""

    title: Said
    one: Said
    short: Said


class ListWords(HeadWords):
    """What each list has in words of its own. ``people`` are titles of the fields that name people."""

    intro: Said
    empty: Said
    new: Said
    new_hint: Said
    examples: Lines
    show_away: Counted
    away_title: Said
    people: Choices


class KeptListWords:
    """What every list of kept things says, and every page of one."""

    blank = Said("Please write something first. One word is enough.")
    open_one = Said("Open {text}")
    my_words = Said("My words")
    find = Said("Find by a word")
    none_found = Said("Nothing here matches.")
    none_of_topic = Said("Nothing here is about this.")
    of_topic = Said("About")
    topics = Said("What it is about")
    any_topic = Said("Anything")
    show_more = Counted("Show {n} more", "Show {n} more")
    who_is_there = Said("{title}: {names}")
    someone_else = Said("Someone else")
    someone_hint = Said("A name, a group, a book. You can leave this empty.")
    add_someone = Said("Add someone else")
    choose_people = Said("Choose from my supports")
    blank_person = Said("Please write a name first.")
    put_away = Said("Put away")
    take_out = Said("Take out again")
    was_put_away = Said("It is put away.")
    was_deleted = Said("It was deleted.")
    delete = Said("Delete this")


kept_list = KeptListWords()
