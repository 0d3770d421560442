"""What the server reads out of a typed reply before it reaches the run: features, held against the ticket."""

import pytest

from sandbox.kernel.messages import CommandEnvelope
from tests.builders import a_played_run
from web.host.words import with_features

HASH = "a" * 64


@pytest.fixture(scope="module")
def played():
    """A run whose desk has had letters, and the last ticket."""
    run = a_played_run(7, until=200_000)
    return run, run.domains.desk.tickets()[-1]


def a_reply(ticket, text, language="en"):
    args = {"ticket": ticket, "language": language}
    return CommandEnvelope(cmd_id="reply-0001", type="service.answer", args=args, seat="service", subject="p"), text


def read(run, ticket, text, language="en"):
    envelope, words = a_reply(ticket, text, language)
    return with_features(run, envelope, words, HASH).args["reply"]


def test_a_reply_is_read_by_the_rules_of_the_desk(played):
    run, ticket = played
    found = read(run, ticket.text, "Hello, sorry for the wait. Write to me on WhatsApp, I refund you there.")

    assert found["greets"]
    assert found["forbidden"] == ["off_platform"]
    assert (found["analyser"], found["text_hash"]) == ("reply-rules-1", HASH)


def test_a_promise_is_held_against_what_is_true_about_the_order(played):
    run, ticket = played
    facts = run.domains.desk.facts(ticket.text)

    assert read(run, ticket.text, "You have been refunded.")["contradicts"] == (not facts.is_refunded)


def test_the_words_themselves_do_not_reach_the_run(played):
    run, ticket = played

    assert "periwinkle" not in str(read(run, ticket.text, "Hello periwinkle"))


def test_a_reply_to_a_ticket_that_is_not_there_is_left_to_the_run_to_refuse(played):
    run, _ = played

    assert read(run, "zzzzzzzzzzzzz", "Hello") is None
