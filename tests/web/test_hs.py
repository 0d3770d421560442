"""Everybody of a class may look for an HS code; nobody else."""

import pytest

from tests.web.site import RefusedError


def test_somebody_of_a_class_finds_a_code_by_words(site):
    player = site.classroom().student("selection")

    found = player.get("/api/hs?q=electric%20toothbrush&to=US,DE&on=2026-07-02&limit=3")

    first = found["results"][0]
    assert (first["code"], [row["code"] for row in first["path"]]) == ("850980", ["85", "8509"])
    assert [(duty["country"], duty["ppm"]) for duty in first["duties"]] == [("US", 250_000), ("DE", 22_000)]


def test_the_search_understands_chinese(site):
    found = site.classroom().teacher.get("/api/hs?q=%E8%93%9D%E7%89%99%E8%80%B3%E6%9C%BA")

    assert found["results"][0]["code"] == "851830"
    assert "duties" not in found["results"][0]


def test_a_stranger_may_not_look_for_codes(site):
    with pytest.raises(RefusedError) as caught:
        site.browser().get("/api/hs?q=lamp")

    assert (caught.value.status, caught.value.code) == (401, "not_signed_in")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("q=", "bad_request"),
        ("q=" + "a" * 101, "bad_request"),
        ("q=lamp&limit=0", "bad_request"),
        ("q=lamp&limit=%C2%B2", "bad_request"),
        ("q=lamp&on=tomorrow", "bad_date"),
        ("q=lamp&to=EU", "country_unknown"),
        ("q=lamp&to=XX", "country_unknown"),
    ],
)
def test_a_question_that_makes_no_sense_is_told_what_was_expected(site, query, code):
    with pytest.raises(RefusedError) as caught:
        site.classroom().student("selection").get(f"/api/hs?{query}")

    assert (caught.value.status, caught.value.code) == (400, code)
