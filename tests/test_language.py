"""Telling the language of a text: English is never taken for another, and short texts are left open."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

import pytest
import spacy.lang
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import extract, language
from claimcheck.article import Article
from claimcheck.language import PROBE_CHARS, find_other_languages, identify_language, is_read
from claimcheck.pipeline import extract_article


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry carried more people than in the year before, and most of them came in July.", "en"),
        ("THE FERRY CARRIED MORE PEOPLE THAN IN THE YEAR BEFORE.", "en"),
        ("It’s what they’d hoped for, but we’ll see whether it’s enough.", "en"),
        ("Die Fähre hat in diesem Jahr mehr als 40.000 Fahrgäste befördert.", "de"),
        ("Le bateau a transporté plus de 40 000 passagers cette année.", "fr"),
        ("El barco transportó a más de 40.000 pasajeros este año.", "es"),
        ("A balsa transportou mais de 40 mil passageiros neste ano.", "pt"),
        ("De veerboot vervoerde dit jaar meer dan 40.000 passagiers.", "nl"),
        ("Färjan fraktade mer än 40 000 passagerare under året.", "sv"),
        ("Lautta kuljetti tänä vuonna yli 40 000 matkustajaa.", "fi"),
        ("Prom przewiózł w tym roku ponad 40 tysięcy pasażerów.", "pl"),
        ("Feribot bu yıl 40.000'den fazla yolcu taşıdı.", "tr"),
        ("В этом году паром перевёз более 40 тысяч пассажиров.", "ru"),
        ("Το πλοίο μετέφερε φέτος πάνω από 40.000 επιβάτες.", "el"),
        ("今年渡轮运送了四万多名乘客。", "zh"),
        ("今年、フェリーは4万人以上の乗客を運びました。", "ja"),
        ("올해 여객선은 4만 명이 넘는 승객을 태웠다.", "ko"),
        ("نقلت العبارة أكثر من 40 ألف راكب هذا العام.", "ar"),
        ("המעבורת הסיעה השנה יותר מ-40 אלף נוסעים.", "he"),
        ("इस साल नौका ने 40 हज़ार से अधिक यात्रियों को ले जाया।", "hi"),
    ],
)
def test_sentences_are_told_by_their_language(text, language):
    assert identify_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5,200",
        "40 % 👍",
        "5,200 responses",
        "Revenue 2019 2020",
        "San Sebastián, Los Gatos, La Paz, El Paso, Santa Fe",
        "Vincent van Gogh, Ludwig van Beethoven, Charles de Gaulle",
        "https://example.org/a?b=c&d=e",
        "Ferry doubles crossings",
    ],
)
def test_what_cannot_be_told_is_read(text):
    assert is_read(identify_language(text))


@pytest.mark.parametrize(
    "text",
    [
        "Apple shares slide after weak iPhone sales in China",
        "Total revenue, cost of sales, gross profit, operating income, net income per share",
        "def read(path): return open(path).read()  # returns everything in the file",
        "“Wir schaffen das,” Angela Merkel said in 2015, and the phrase stayed with her.",
        "The Académie française met at the Café de Flore, near Saint-Germain-des-Prés.",
        "Ingredients: 2 cups flour, 1 tsp salt, 3 eggs, 250 ml milk, butter",
        "Pythia models range from 70M to 12B parameters",
    ],
)
def test_english_with_few_small_words_or_foreign_names_is_read(text):
    assert is_read(identify_language(text))


@pytest.mark.parametrize(
    ("language", "expected"), [("en", True), ("en-GB", True), ("EN", True), ("und", True), ("de", False), ("enm", False)]
)  # fmt: skip
def test_english_and_the_undetermined_are_read(language, expected):
    assert is_read(language) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Norsk Data, founded in Oslo in 1967, sold about 2,000 computers for $5 million.",
        "Maersk reported revenue of $51.1 billion in 2023.",
        "Novo Nordisk shares fell 7% after weak sales of insulin",
    ],
)
def test_a_sentence_full_of_facts_is_english_without_being_asked_about(text, monkeypatch):
    def refuse():
        pytest.fail("it takes most of a second to load")

    monkeypatch.setattr(language, "_load_identifier", refuse)
    assert identify_language(text) == "en"


def foreign_sentences():
    """The examples that spaCy has for the languages other than English."""
    for module in iter_modules(spacy.lang.__path__):
        name = f"spacy.lang.{module.name}.examples"
        if module.ispkg and module.name not in ("en", "xx") and find_spec(name):
            yield from ((module.name, sentence) for sentence in import_module(name).sentences)


def test_no_other_language_is_taken_for_english():
    sentences = list(foreign_sentences())
    assert len(sentences) > 400
    for name, sentence in sentences:
        for text in (sentence, " ".join(sentence.split()[:8])):
            assert identify_language(text) != "en", (name, text)


def test_a_long_text_is_judged_by_all_its_parts():
    german = "Die Fähre hat in diesem Jahr mehr Fahrgäste befördert als im Jahr davor. "
    english = "The ferry carried more people in this year than it did in the year before. "
    repeats = 3 * PROBE_CHARS // len(english)
    assert identify_language(english + german * repeats) == "de"
    assert identify_language(german + english * repeats) == "en"


@given(st.text(max_size=200))
def test_any_text_has_one_answer(text):
    language = identify_language(text)
    assert language == identify_language(text)
    assert language.isalpha()


def test_no_claims_are_looked_for_in_another_language():
    def nlp(_):
        pytest.fail("the text was parsed")

    text = "Die Fähre hat in diesem Jahr mehr als 40.000 Fahrgäste befördert."
    document = extract_article(Article("x", text), nlp)
    assert (document.language, document.claims, document.entities) == ("de", (), ())


def test_a_language_that_is_given_is_not_asked_of_the_text():
    document = extract_article(Article("x", "The ferry carried 40 people.", language="fr"), None)
    assert (document.language, document.claims) == ("fr", ())


def test_paragraphs_in_another_language_hold_no_claims():
    english = "To the members of the club: it is a pleasure to write to you, and we will meet in May at the pier.\n\n"
    german = "Der Verein hat 40 Boote, und der Vorsitzende will noch 5 Stege bauen, die nicht teuer sind."
    document = extract(english + german)
    assert document.language == "en"
    assert [(o.language, o.start, o.end) for o in document.other_languages] == [
        ("de", len(english), len(english + german))
    ]
    assert all(claim.end <= len(english) for claim in document.claims)


@pytest.mark.parametrize(
    ("paragraph", "languages"),
    [
        ("Die Stadt hat 4 Parks, und der Rat will – so heißt es – noch 5 weitere „bald“ bauen.", ["de"]),
        ("De stad heeft 4 parken en het bestuur wil er volgens ‘bronnen’ nog 5 bij voor dat geld.", ["nl"]),
        ("The town’s council – so it’s said – wants to build 5 more parks “soon”, and to pay for them.", []),
    ],
)
def test_the_marks_of_a_paragraph_say_nothing_of_its_language(paragraph, languages):
    text = f"The town is on the river and has 4 parks.\n\n{paragraph}"
    assert [language for _, _, language in find_other_languages(text)] == languages


@pytest.mark.parametrize(
    ("paragraph", "languages"),
    [
        (
            "Kulübün 40 teknesi var; başkan bu yıl 5 yeni iskele yaptırmak istiyor, çünkü eskiler çürümüş.",
            ["tr"],
        ),
        ("Stowarzyszenie ma 40 łodzi, a prezes chciałby jeszcze w tym roku zbudować 5 pomostów.", ["pl"]),
        ("In 1890 the band played Dvořák, Šimůnek and Kovařovic for 40 members of the club in Brno.", []),
        (
            "The café’s crème brûlée and its soufflé cost 40 crowns, which is why the club went to the pier.",
            [],
        ),
    ],
)
def test_letters_that_english_lacks_say_that_a_paragraph_may_be_in_another_language(paragraph, languages):
    text = f"The town is on the river and has 4 parks.\n\n{paragraph}"
    assert [language for _, _, language in find_other_languages(text)] == languages


def test_english_titles_do_not_make_a_text_in_another_script_english():
    arabic = (
        "بلغ عدد القوارب في الميناء عام 2006 نحو 45 قاربا وارتفع إلى 57 قاربا في عام 2007 وهناك 16 رصيفا."
    )
    titles = "\n\n1 - Report on the Harbours of the North, and on the Boats in them\n2 - Survey of the Piers"
    document = extract(arabic * 2 + titles)
    assert document.language.startswith("ar")  # or one of its spoken forms
    assert document.claims == ()
