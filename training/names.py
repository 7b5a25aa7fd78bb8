"""Pools of names from ../shared/lexicons, for the slots of the domain sentences and for swapping names."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Slot of a domain sentence -> entity label. The keys are also the names of the pools.
SLOTS = {
    "PERSON": "PERSON",
    "SURNAME": "PERSON",
    "COMPANY": "ORG",
    "UNI": "ORG",
    "AGENCY": "ORG",
    "PARTY": "ORG",
    "LAB": "ORG",
    "MEDIA": "ORG",
    "TEAM": "ORG",
    "BAND": "ORG",
    "NGO": "ORG",
    "ORG": "ORG",
    "COUNTRY": "LOC",
    "STATE": "LOC",
    "CITY": "LOC",
    "PLACE": "LOC",
    "GIVEN": "PERSON",
    "ORGCODE": "ORG",
    "CODE": "PRODUCT",
    "PRODUCT": "PRODUCT",
    "LANG": "LANGUAGE",
}

ORGANIZATION_POOLS = {
    "company": "COMPANY",
    "university": "UNI",
    "agency": "AGENCY",
    "ngo": "NGO",
    "party": "PARTY",
    "media": "MEDIA",
    "lab": "LAB",
    "sports": "TEAM",
    "band": "BAND",
}
PLACE_POOLS = {
    "country": "COUNTRY",
    "state": "STATE",
    "city": "CITY",
    "capital": "CITY",
    "region": "PLACE",
    "water": "PLACE",
    "territory": "COUNTRY",
    "facility": "PLACE",
    "landform": "PLACE",
    "continent": "PLACE",
}


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@dataclass(frozen=True, slots=True)
class NamePools:
    """Names by pool, each with its weight, and the pool of every known form."""

    names: dict[str, list[str]]
    weights: dict[str, list[float]]
    pool_of: dict[str, str]

    def choose(self, pool: str, rng: random.Random) -> str:
        """A name of that pool."""
        if pool == "PERSON":
            return self._person(rng)
        if pool in ("CODE", "ORGCODE"):
            return invent_name(rng, acronym=pool == "ORGCODE" or rng.random() < 0.5)
        if pool == "ORG":
            pool = rng.choice(("COMPANY", "COMPANY", "UNI", "AGENCY", "LAB", "MEDIA", "NGO"))
        return rng.choices(self.names[pool], cum_weights=self.weights[pool])[0]

    def _person(self, rng: random.Random) -> str:
        given = self.choose("GIVEN", rng)
        surname = self.choose("SURNAME", rng)
        shape = rng.random()
        if shape < 0.08:
            return f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {surname}"
        if shape < 0.11:
            return f"{given[0]}. {surname}"
        if shape < 0.15:
            return f"{given} {self.choose('GIVEN', rng)} {surname}"
        return f"{given} {surname}"


def read_name_pools(folder: Path) -> NamePools:
    """Pools from the name lists; names in common use weigh more than the long tails of listings."""
    weighted: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_rows(folder / "organizations.csv"):
        pool = ORGANIZATION_POOLS[row["type"]]
        weight = 4.0 if "hand" in row["source"] or "simple-icons" in row["source"] else 0.5
        weighted[pool][row["name"]] = weight
        for alias in row["ambiguous_aliases"].split("|"):
            if alias and "hand" in row["source"]:
                weighted[pool][alias] = 1.5
        if row["aliases"] and rng_free_choice(row["name"]):
            weighted[pool].setdefault(row["aliases"].split("|")[0], weight / 4)
    for row in read_rows(folder / "places.csv"):
        pool = PLACE_POOLS[row["type"]]
        weighted[pool][row["name"]] = 3.0 if row["type"] in ("capital", "country") else 1.0
    for row in read_rows(folder / "products.csv"):
        if not row["name"].islower() or row["source"].startswith("hand"):
            weight = 6.0 if "hand" in row["source"] else 0.6
            weighted["PRODUCT"][row["name"]] = weight
            for alias in row["aliases"].split("|"):
                if alias:
                    weighted["PRODUCT"][alias] = weight / 3
    for row in read_rows(folder / "programming_languages.csv"):
        if row["name"] in weighted["PRODUCT"]:
            continue  # MATLAB, Stata: the corpora differ, claimcheck says product
        weighted["LANG"][row["name"]] = 12.0 if row["popular"] == "1" else 0.4
    for row in read_rows(folder / "person_names.csv"):
        pool = "GIVEN" if row["kind"] == "given" else "SURNAME"
        rank = int(row["rank"]) if row["rank"] else 300
        weighted[pool][row["name"]] = 3.0 if rank <= 1000 else 1.0
    names: dict[str, list[str]] = {}
    weights: dict[str, list[float]] = {}
    pool_of: dict[str, str] = {}
    for pool, entries in sorted(weighted.items()):
        names[pool] = sorted(entries)
        total = 0.0
        weights[pool] = []
        for name in names[pool]:
            total += entries[name]
            weights[pool].append(total)
            if pool not in ("GIVEN", "SURNAME"):
                pool_of.setdefault(name, pool)
    return NamePools(names, weights, pool_of)


def invent_name(rng: random.Random, *, acronym: bool) -> str:
    """A name that stands in no list, so that the context has to decide: `TOPIC`, `Velora`, `Rabidex 2`."""
    if acronym:
        return "".join(rng.choice("ABCDEFGHILMNOPRSTUVWX") for _ in range(rng.choice((3, 3, 4, 4, 5))))
    syllables = [rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(rng.choice((1, 2, 2, 3)))]
    name = (
        "".join(syllables) + rng.choice(("n", "x", "r", "dex", "bot", "tron", "la", "net", "s"))
    ).capitalize()
    return name + rng.choice(("", "", "", "", " II", " 2", "-3"))


def rng_free_choice(name: str) -> bool:
    """A fixed third of the names, chosen by their letters, so that no random state is needed."""
    return sum(map(ord, name)) % 3 == 0
