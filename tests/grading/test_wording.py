from grading.framework import default_framework
from grading.wording import formula


def test_a_rule_reads_as_one_sentence_in_both_languages():
    words = formula(default_framework().indicators["CS-C1"])

    assert words["en"] == (
        "ok/all, where ok is how many ticket.first_reply with latency_s <= sla_s, all is how many ticket.first_reply; "
        "only if all >= 5; scored 0.5 = 20, 0.8 = 60, 0.92 = 80, 0.99 = 100"
    )
    assert words["zh"].startswith("ok/all，其中 ok 是次数，取自 ticket.first_reply（满足 latency_s <= sla_s），")


def test_a_replayed_rule_names_its_baseline_and_reference():
    assert formula(default_framework().indicators["MP-T1"])["en"].endswith("scored b = 50, r = 85")
