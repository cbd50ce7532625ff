"""What goes wrong when a value is impossible."""


class DomainError(ValueError):
    """A value that cannot be. ``field`` and ``rule`` are names from our own code, never what a person typed.

    A form looks up the sentence for ``(field, rule)`` in ``app.words`` and shows it beside the field.
    """

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}")
        self.field = field
        self.rule = rule
