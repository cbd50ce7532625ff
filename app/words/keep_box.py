"""The keep box: words, photos and sounds that matter."""

from app.words.said import Choices, Counted, Lines, Said


class KeepBoxWords:
    """The list, one thing in it, and a photo or sound that is put in or taken out. Keys are values of our enumerations."""

    title = Said("Keep box")
    about = Said("Words, photos and sounds that matter")
    intro = Said("Words, photos and sounds that matter. Photos are only shown when you ask.")
    empty = Said(
        "What you want to hold on to can be here: kind words, a photo, a voice. One is enough to start."
    )
    add = Said("Put something in")
    show_more = Counted("Show {n} more", "Show {n} more")
    kinds = Choices({"words": "Words", "photo": "Photo", "sound": "Sound"})

    name = Said("What it is, in one line")
    name_hint = Said("It stands in the list. With a photo, say what can be seen.")
    words = Said("Words")
    words_hint = Said("What was said or written, or why it matters. You can leave this empty.")
    examples = Lines(
        "A message from Ana",
        "The sea on a grey morning, waves up to the rail",
        "Grandmother humming in the kitchen",
        "Three kind words from the group",
        "My cat asleep in a box of yarn",
    )
    from_whom = Said("Who it is from")
    from_hint = Said("A name, a group, a place. If one of your supports has this name, it is linked.")
    from_said = Said("From {name}")

    file = Said("Photo or sound")
    file_intro = Said("You can add one photo or sound of up to 20 megabytes. Every backup holds it, too.")
    file_stays = Said(
        "It is kept as it is, with the time and place a camera may have noted in it. "
        "The file you choose stays where it is, not locked."
    )
    file_where = Said("Photo or sound to keep")
    file_help = Said("The whole path of the file, such as {example}. You can leave this empty.")
    choose_file = Said("Choose a photo or sound")
    save = Said("Save")
    saving = Said("Locking it away.")
    stopped = Said("It was stopped. Nothing was kept.")
    blank = Said("Please write in one line what it is. One word is enough.")
    too_long = Said("This is too long to keep in one piece. Your words are still here.")
    not_kept = Choices(
        {
            "cannot_read": "This file can’t be read. Check where it is, then try again.",
            "empty": "There is nothing in this file.",
            "unknown": "This kind of file can’t be kept here. Photos that end in jpg, png, webp or gif can be. "
            "So can sounds that end in mp3, m4a, ogg, wav or flac.",
            "too_large": "This file is larger than 20 megabytes. A smaller copy of it can be kept.",
            "cannot_show": "This photo is too large for a screen, or it is damaged. A smaller copy of it can be kept.",
            "box_full": "The keep box holds up to 200 megabytes, and this would be more. "
            "Something else could be taken out first.",
        }
    )
    disk_full = Said("There is no room for it on this device. Nothing was kept.")
    cannot_save = Said("It could not be kept. What you had is safe.")

    show_photo = Said("Show the photo")
    hide_photo = Said("Put the photo away")
    opening = Said("Opening it.")
    sound_here = Said(
        "A sound is kept here. It can’t be played in this app. You can take it out and play it."
    )
    play = Said("Play the sound")
    how_far = Said("{at} of {length}")
    sound_over = Said("The sound has ended.")
    cannot_play = Said("This sound can’t be played here. You can take it out and play it elsewhere.")
    file_lost = Said(
        "This photo or sound can’t be opened any more. The words are here. A backup may still have it."
    )
    cannot_show = Said("This photo can’t be shown here. You can take it out and open it elsewhere.")
    cannot_open = Said("It could not be opened just now. Please try again.")
    look_in_backup = Said("Look for it in a backup")
    take_out = Said("Take out a copy")
    take_out_help = Said("The copy is not locked: who has it can see or hear it. This one stays here.")
    handing = Said("The copy is on its way. A large one takes a while.")
    taken_out = Said("A copy is out. It is not locked.")
    not_taken_out = Said("No copy was taken out.")
    cannot_take_out = Said("A copy could not be taken out. What is kept here is safe.")
    change = Said("Change the words")
    delete = Said("Delete this")
    deleted = Said("{name} was deleted.")


keep_box = KeepBoxWords()
