"""The translations: all of it, up to date, with every place to fill, and in the voice that was agreed on."""

import gettext
import re
import string
from itertools import zip_longest
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app.words.language import DRAFTS, FOLDER, OFFERED
from tests.words.catalogues import TEMPLATE, forms, template, translation, untranslated
from tests.words.test_every_sentence import EMOJI

LANGUAGES = sorted(DRAFTS)

EXPORTED = {
    found
    for path in (Path(__file__).parents[2] / "app" / "exports").glob("*.py")
    for found in re.findall(r"words\.([a-z_]+\.[a-z_]+)", path.read_text("utf-8"))
}
"""The sentences that go into copies, by part of the app and name."""

AVOIDED = {
    "de": r"fehlgeschlagen|gescheitert|ungültig|selbstmord|betroffene|patient|klient|z\. ?b\.|u\. ?a\.|\busw\b",
    "es": r"fallid[oa]|inválid[oa]|paciente|cliente|usuari[oa]|p\. ?ej\.|etc\b",
}
"""What is never said, in each language: failure, diagnosis, abbreviations."""

NOT_SAID = {
    "de": (
        r"eintr[aä]ge?|einträgen|netzwerk\w*|(?:be)?nutzer\w*|anwender\w*|betreuungsperson\w*|bewertung\w*"
        r"|gegenseitigkeit|bilanz|defizit\w*|lücken?|toxisch\w*|symptom\w*|rückf[aä]ll\w*|warnzeichen|warnsignal\w*"
        r"|auslöser\w*|trigger\w*|panik\w*|krisen?|krisenmodus|abbrechen|abbruch|abgebrochen|fehler\w*|versag\w*"
        r"|unvollständig\w*|überfällig\w*|abgelaufen\w*|haftungsausschluss|notausgang|erfolgreich\w*|kontakte"
        r"|störung\w*|diagnos\w*|punktzahl|serie|leider|einfach nur"
    ),
    "es": (
        r"entradas?|evaluaci\w+|red de contactos|contactos|cuidador\w*|reciprocidad|balance|déficits?|carencias?"
        r"|tóxic\w*|síntomas?|recaídas?|señales de alarma|desencadenantes?|detonantes?|pánico|crisis|cancelar"
        r"|fall[oó]s?|fallaste|error\w*|incomplet\w*|vencid\w*|caducad\w*|descargo|salida de emergencia|éxito"
        r"|exitos\w*|cumplimiento|trastorno\w*|diagn[oó]s\w*|puntuaci\w+|racha|lamentablemente|usted\w*"
    ),
}
"""The wording table in each language: what is not said, as there is a kinder word."""

EXCEPT_IN = {"command_line", "contacts"}
"""The parts of the app that speak of standard input, and of the address book of a phone."""

FORMATS = {"CSV", "JSON", "MB", "PDF", "PIN", "UTF", "SMS"}

_SUICIDE = {"de": r"suizid", "es": r"suicid"}


def kept(language: str) -> Catalog:
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def in_words(catalogue: Catalog) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(one.context or "", forms(one.id), forms(one.string)) for one in catalogue if one.id]


def texts(language: str) -> list[tuple[Message, str, str]]:
    """Every translated text beside the English it stands for."""
    return [
        (one, source, said)
        for one in kept(language)
        if one.id
        for source, said in zip_longest(forms(one.id), forms(one.string), fillvalue=forms(one.id)[-1])
    ]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_template_holds_the_words_of_now() -> None:
    with TEMPLATE.open("rb") as file:
        assert in_words(read_po(file)) == in_words(template()), "run: python -m tests.words.catalogues"


def test_every_language_on_offer_but_english_has_a_catalogue_and_no_other_lies_there() -> None:
    assert {path.stem for path in FOLDER.glob("*.po")} == set(OFFERED) - {"en"}
    assert {path.stem for path in FOLDER.glob("*.mo")} == set(OFFERED) - {"en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_complete_and_of_now(language: str) -> None:
    now = translation(language)
    assert [(one.context, one.id) for one in untranslated(now)] == []
    assert in_words(kept(language)) == in_words(now), "run: python -m tests.words.catalogues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_app_reads_is_what_was_translated(language: str) -> None:
    with (FOLDER / f"{language}.mo").open("rb") as file:
        read = gettext.GNUTranslations(file)
    for one in kept(language):
        source, context = forms(one.id), one.context or ""
        if len(source) > 1:
            assert tuple(read.npgettext(context, source[0], source[1], n) for n in (1, 2)) == (
                forms(one.string)[0],
                forms(one.string)[-1],
            )
        elif one.id:
            assert (read.pgettext(context, source[0]),) == forms(one.string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_to_fill_that_the_english_has(language: str) -> None:
    assert [one.id for one, source, said in texts(language) if places(source) != places(said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_breaks_its_lines_where_the_english_does(language: str) -> None:
    assert [one.id for one, source, said in texts(language) if source.count("\n") != said.count("\n")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_does_not_shout(language: str) -> None:
    loud = re.compile(r"[!¡]")
    assert [said for _, _, said in texts(language) if loud.search(said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_in_a_translation_are_the_typographers(language: str) -> None:
    wrong = re.compile({"de": r"['\"”«»]", "es": r"['\"„]"}[language])
    assert [
        said for one, _, said in texts(language) if one.context != "command_line" and wrong.search(said)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_says_no_word_for_which_there_is_a_kinder_one(language: str) -> None:
    unkind = re.compile(AVOIDED[language], re.IGNORECASE)
    assert [said for _, _, said in texts(language) if unkind.search(said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_holds_to_the_wording_table(language: str) -> None:
    avoided = re.compile(rf"\b(?:{NOT_SAID[language]})\b", re.IGNORECASE)
    said = [(one, text.replace("\u00ad", "")) for one, _, text in texts(language)]
    assert [text for one, text in said if one.context not in EXCEPT_IN and avoided.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_no_capitals_for_stress_and_no_small_pictures(language: str) -> None:
    capitals = re.compile(r"\b[^\W\d_a-zäöüßáéíóúñ]{2,}\b")
    assert [
        text
        for one, _, text in texts(language)
        if EMOJI.search(text) or (one.context != "command_line" and set(capitals.findall(text)) - FORMATS)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_suicide_is_named_where_the_english_names_it_and_nowhere_else(language: str) -> None:
    named = re.compile(_SUICIDE[language], re.IGNORECASE)
    assert [
        said
        for _, source, said in texts(language)
        if bool(named.search(said)) != ("suicid" in source.casefold())
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_soft_hyphens_stand_in_no_words_that_go_into_copies(language: str) -> None:
    parted = {
        f"{one.context}.{name}"
        for one, _, said in texts(language)
        for name in one.auto_comments
        if "\u00ad" in said
    }
    assert parted & EXPORTED == set()
    assert EXPORTED


def test_questions_in_spanish_open_and_close() -> None:
    assert [said for _, _, said in texts("es") if said.count("¿") != said.count("?")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_of_a_sentence_ends_as_the_sentence_does(language: str) -> None:
    ends = re.compile(r"[.?:…]$")

    def end(text: str) -> str:
        found = ends.search(text.rstrip("“”»’)"))
        return found[0] if found else ""

    assert [(source, said) for _, source, said in texts(language) if end(source) != end(said)] == []
