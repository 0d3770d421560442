from grading.citation import Moment, cite


def test_a_citation_names_the_first_events_and_ranges_over_all():
    found = cite([7, 3, 4, 5, 7, 9], at_of=lambda seq: seq * 10)

    assert found.count == 5
    assert found.first[:2] == (Moment(3, 30), Moment(4, 40))
    assert found.ranges == ((3, 5), (7, 7), (9, 9))


def test_a_long_citation_opens_twenty_and_counts_all():
    found = cite(range(1, 1001), at_of=lambda seq: seq)

    assert (found.count, len(found.first), found.ranges) == (1000, 20, ((1, 1000),))
