"""Everything as one file that anyone can read."""

from app.words.said import Lines, Said


class EverythingWords:
    """Exporting everything."""

    title = Said("Export everything")
    what = Lines(
        "This writes everything you have here into one file that other programs can read.",
        "The file is not locked. Anyone who gets it can read all of it, even what is marked only me.",
        "To keep a locked copy, make a backup instead.",
        "Plans you hold for others are theirs. They are not in this file, only in backups.",
    )
    not_in_here = Said(
        "Plans that are held for others belong to them. They are in backups, and never in this file."
    )
    where = Said("Folder for the file")
    where_help = Said("The whole path, such as {example}")
    where_empty = Said("First say where the file should go.")
    passphrase = Said("Your passphrase, once more")
    passphrase_empty = Said("Type your passphrase first.")
    passphrase_wrong = Said("This passphrase is not right. Nothing was written.")
    write = Said("Write the file")
    writing = Said("Writing the file.")
    written = Said("It is written. The file is called {name}.")
    given = Said("It is written.")
    not_given = Said("Nothing was written.")
    exists = Said("A file with this name is already there. Nothing has been written yet.")
    replace = Said("Replace that file")
    stopped = Said("Stopped. No file was written.")
    disk_full = Said("There is no room for it there. No file was written.")
    not_written = Said("It could not be written there. Choose another folder.")
    cannot = Said("It could not be written. What you have here is safe.")


everything = EverythingWords()
