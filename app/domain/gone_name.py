"""What a support or a coping tool was called that is gone: check-ins go on naming it by its id."""

from dataclasses import dataclass

from app.domain.kept import Kept, require_words


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GoneName(Kept):
    """The name of what is gone. It has the id of what had the name."""

    name: str

    def __post_init__(self) -> None:
        super(GoneName, self).__post_init__()
        require_words("name", self.name)
