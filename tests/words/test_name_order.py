"""Names in a list stand where a person looks for them."""

from app.words.name_order import by_name


def test_a_letter_with_a_mark_stands_beside_the_plain_one() -> None:
    assert sorted(["Zoë", "Öykü", "emma", "Émile", "Olga", "Élka"], key=by_name) == [
        "Élka",
        "Émile",
        "emma",
        "Olga",
        "Öykü",
        "Zoë",
    ]


def test_capitals_and_the_way_a_mark_is_typed_make_no_difference() -> None:
    assert by_name("ZOË") == by_name("zoë") == by_name("Zoe\u0308")
    assert by_name("Straße") == by_name("STRASSE")


def test_other_scripts_keep_their_own_order() -> None:
    assert sorted(["Тишина", "Ελένη", "Анна"], key=by_name) == ["Ελένη", "Анна", "Тишина"]
