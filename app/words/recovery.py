"""The recovery key: words on paper for a passphrase that is forgotten."""

from app.words.said import Counted, Lines, Said


class RecoveryWords:
    """Making a recovery key, and opening with it."""

    title = Said("Recovery key")
    what = Lines(
        "These are words on paper. They open this if you forget your passphrase.",
        "Whoever has them can open it too. Keep them where you keep what matters.",
        "They are shown once. You can make new ones at any time.",
    )
    there_is = Said("You have a recovery key. New words would replace the old ones.")
    there_is_none = Said("You have no recovery key.")
    make = Said("Make new words")
    remove = Said("Remove the recovery key")
    removed = Said("No recovery key opens this any more.")
    write_down = Said("Write these down, in this order.")
    word = Said("{n}. {word}")
    check = Said("To be sure: type words {first} and {second} from your paper.")
    check_word = Said("Word {n}")
    not_right = Said("These two are not right yet. Look at your paper and try again.")
    keep = Said("I have written them down")
    keeping = Said("Saving the key. This takes a moment.")
    kept = Said("The recovery key is ready.")
    not_kept = Said(
        "The recovery key could not be saved. What opened this before still does. Please try again."
    )

    use = Said("Use my recovery key")
    typed = Said("The words from your paper")
    typed_help = Said("With or without numbers. The first three letters of each word are enough.")
    offered = Counted("{n} word fits. Press it to finish yours.", "{n} words fit. Press one to finish yours.")
    open = Said("Open with these words")
    opening = Said("Opening. This takes a moment.")
    empty = Said("Type the words from your paper first.")
    wrong_word = Said(
        "Please look at these words again: {places}. They are not on the list that the words come from."
    )
    wrong_count = Said("There are {count} words here, and there should be {wanted}.")
    wrong_order = Said("One word is not right, or two have changed places. Please look at them once more.")
    wrong_key = Said("These words are from another vault, or newer ones were made since.")
    choose_new = Said("Your words opened it. Now choose a new passphrase that you will remember.")


recovery = RecoveryWords()
