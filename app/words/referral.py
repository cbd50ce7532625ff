"""Services that somebody suggested."""

from app.words.said import Choices, Counted, Said


class ReferralWords:
    """The list of referrals, and one of them. Keys are the values of the enumerations of a referral."""

    title = Said("Suggested to me")
    intro = Said("Services and groups that someone suggested. You don’t have to decide about any of them.")
    empty = Said("Has someone told you about a service or a group? You can note it here, and think about it.")
    add = Said("Add what was suggested")
    new_title = Said("Something suggested")
    service = Said("What was suggested")
    service_hint = Said("For example: the drop-in at the library, a counsellor.")
    save = Said("Save")
    blank = Said("Please write what was suggested. One word is enough.")
    blank_person = Said("Please write a name first.")
    open_one = Said("Open {name}")
    show_more = Counted("Show {n} more", "Show {n} more")
    state = Said("Where it stands")
    states = Choices(
        {
            "thinking": "I’m thinking about it",
            "asked": "I have asked",
            "waiting": "I’m waiting",
            "going": "I’m going",
            "not_for_me": "It’s not for me",
        }
    )
    cost = Said("What it costs")
    costs = Choices(
        {
            "free": "It’s free",
            "low": "It costs little",
            "paid_for": "Someone else pays",
            "i_pay": "I pay for it",
        }
    )
    cost_not_said = Said("Cost not said")
    next_day = Said("Next date: {day}")
    day_not_said = Said("not said")
    no_day = Said("Forget the day")
    day_of = Said("next date {day}")
    day_has_come = Said("The day you noted is here: {day}")
    suggested_by = Said("Who suggested it")
    suggested_hint = Said("A name, a page, a poster. You can leave this empty.")
    by = Said("Suggested by {name}")
    is_from = Said("It is from {name}")
    add_name = Said("Add this name")
    not_by = Said("Take out who suggested it")
    way = Said("How to reach it")
    way_kind = Said("How")
    note = Said("Note")
    topics = Said("What it could help with")
    become = Said("Make it one of my supports")
    become_help = Said("Then it is on your map, with your words. This page stays.")
    is_support = Said("It is one of your supports.")
    open_support = Said("Open it in my supports")
    became = Said("{name} is one of your supports now.")
    delete = Said("Delete this")
    deleted = Said("{name} was deleted.")


referral = ReferralWords()
