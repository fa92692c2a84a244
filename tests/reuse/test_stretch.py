"""Last lines that two documents share are told from text that one took from the other."""

from __future__ import annotations

from letapis.model import Document, Region
from letapis.reuse.candidates import candidates
from letapis.reuse.index import build

BODY = "Тралейбус сышоў з лініі на праспекце Вясновым і прастаяў там да самага вечара без току."
OTHER = "Рыбакі з вёскі Калодчына злавілі сома даўжынёй у два метры і адпусцілі яго назад у возера."
LINES = "Наша рэдакцыя чакае лістоў, здымкаў і відэа ад чытачоў у любы час сутак."


def found(one: str, two: str) -> int:
    index = build([Document("a", "", text=one), Document("b", "", text=two)], [])
    return len(candidates(index).a)


def test_the_same_last_lines_make_no_pair():
    assert found(f"{BODY}\n{LINES}", f"{OTHER}\n{LINES}") == 0


def test_the_same_lines_in_the_middle_do():
    assert found(f"{BODY}\n{LINES}\n{BODY[::-1]}", f"{OTHER}\n{LINES}") == 1


def test_last_lines_beside_a_copied_body_do_not_hide_it():
    assert found(f"{BODY}\n{LINES}", f"{BODY}\n{LINES}") == 1


def test_words_in_regions_are_not_own():
    text = "Адзін два тры"
    index = build([Document("a", "", text=text)], [Region("a", 6, 9, "furniture")])
    assert index.own.tolist() == [True, False, True]
    assert index.sizes.tolist() == [2]
