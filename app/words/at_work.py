"""Long work: how far it is, and stopping it."""

from app.words.said import Said


class AtWorkWords:
    """What stands beside the bar of long work."""

    stop = Said("Stop")
    stopping = Said("Stopping. This takes a moment.")
    done_of = Said("{done} of {total}")
    stopped = Said("Stopped. Nothing was changed.")


at_work = AtWorkWords()
