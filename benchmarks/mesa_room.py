"""The default room as plain Mesa agents: one Python object per viewer, a chance drawn for everybody in every tick.

It is the same model with the same equations; only the way of computing differs. It draws from Mesa's generators, so
single viewers are others than in our room, and only the funnels can be compared. It is what one would write first,
and it is written without waste: what is equal for a group is computed once a tick.
"""

from __future__ import annotations

import math
from typing import Any

import mesa

from sandbox.kernel.scenario import PHASES
from sandbox.livestream import equations as law
from sandbox.livestream.chat import ANSWERED, IGNORED, REPLY_REASSURES
from sandbox.livestream.pool import Sums, next_level, shows_at, window_score
from sandbox.livestream.reference_room import GOODS, SCRIPT

QUESTION_SHARE = 0.75
FIELDS = ("shows", "organic", "views", "watch", "interactions", "clicks", "orders", "gmv_ppm", "orders_ppm")


class Viewer(mesa.Agent):
    """Somebody in the room.

    Args:
        model: the room.
        source: where the viewer came from.
        habit: bouncer or stayer.
    """

    def __init__(self, model: MesaRoom, source: int, habit: int) -> None:
        super().__init__(model)
        self.habit = habit
        self.seen: set[int] = set()
        if habit == law.STAYER:
            chance = model.random
            self.pace = law.INTEREST[source] * math.exp(chance.gauss(0, law.TASTE_SD) - law.TASTE_SD**2 / 2)
            self.lean = chance.gauss(-(law.LEAN_SD**2) / 2, law.LEAN_SD)
            self.sense = int(4 * chance.random())
            self.patience = 1.0

    def step(self) -> None:
        """Comment, like, click, perhaps leave."""
        room = self.model
        chance = room.random
        if self.habit == law.BOUNCER:
            if chance.random() < room.bounce:
                self.remove()
            return
        if chance.random() < room.social:
            self.socialise(room)
        has_clicked = room.product in self.seen
        rate = room.click[self.sense] * self.pace * (law.AGAIN if has_clicked else 1.0)
        if chance.random() < 1.0 - math.exp(-rate):
            self.click(room)
        leave = room.leave * self.patience * (law.SATED if has_clicked else 1.0)
        if chance.random() < 1.0 - math.exp(-leave):
            self.remove()

    def socialise(self, room: MesaRoom) -> None:
        """A comment or a like; a question is answered or not, and remembered."""
        room.counts["interactions"] += 1
        if room.random.random() < room.comment_share and room.random.random() < QUESTION_SHARE:
            is_answered = room.random.random() < room.reply_share
            effect = ANSWERED if is_answered else IGNORED
            self.patience *= math.exp(-effect)
            self.lean += effect
            room.hear_question(is_answered)

    def click(self, room: MesaRoom) -> None:
        """Look at the pinned product, perhaps buy it."""
        self.seen.add(room.product)
        room.counts["clicks"] += 1
        buys = 1.0 / (1.0 + math.exp(-(room.lean[self.sense] + self.lean)))
        room.counts["orders_ppm"] += buys * 1e6
        room.counts["gmv_ppm"] += buys * 1e6 * room.price
        if room.random.random() < buys:
            room.counts["orders"] += 1


class MesaRoom(mesa.Model):
    """The room itself.

    Args:
        seed: of Mesa's generators.
        quality: talk quality of the scripted anchor.
        size: times as many shows and followers as the default.
        reply_share: part of the questions that are answered.
    """

    def __init__(self, seed: int, quality: float = 0.6, size: int = 1, reply_share: float = 0.7) -> None:
        super().__init__(seed=seed)
        self.quality, self.size, self.reply_share = quality, size, reply_share
        self.base = 6000 * size
        self.energy, self.level = 0.5, 0.0
        self.persuasion = [0.0] * 5
        self.answers: list[int] = []
        self.questions: list[tuple[int, bool]] = []
        self.counts = dict.fromkeys(FIELDS, 0.0)
        self.totals = dict.fromkeys(FIELDS, 0.0)
        self.window = dict.fromkeys(FIELDS, 0.0)
        self.mean_price = sum(good[1] for good in GOODS) / len(GOODS)
        self.product = -1
        self.second = 0

    def play(self, seconds: int) -> dict[str, float]:
        """Play a whole show; returns its sums."""
        for self.second in range(0, seconds, law.TICK):
            self.play_tick()
            if (self.second + law.TICK) % law.WINDOW == 0:
                self.judge_window()
        return self.totals

    def play_tick(self) -> None:
        """Five seconds: the script, the energy, the arrivals, the rates, then everybody's step."""
        self.counts = dict.fromkeys(FIELDS, 0.0)
        phase = self.follow_script()
        self.lift_energy(phase)
        came = self.admit()
        self.persuade(phase, came)
        self.set_rates(phase)
        self.counts["watch"] = len(self.agents) * law.TICK
        self.agents.do("step")
        for name, value in self.counts.items():
            self.totals[name] += value
            self.window[name] += value

    def follow_script(self) -> int:
        """Which phase of which product runs now."""
        length = sum(seconds for _, seconds in SCRIPT)
        pitch, passed = divmod(self.second, length)
        product = pitch % len(GOODS)
        if product != self.product:
            self.product = product
            self.persuasion = [law.FORGET_ON_CHANGE * state for state in self.persuasion]
        for phase, seconds in SCRIPT:
            passed -= seconds
            if passed < 0:
                return PHASES.index(phase)
        raise AssertionError("the script is as long as its phases")

    def lift_energy(self, phase: int) -> None:
        """Energy follows its target."""
        target = law.energy_target(self.quality, phase, 0.45, self.answered_share(), 0.0, False)
        self.energy = law.energy_step(self.energy, target)

    def answered_share(self) -> float:
        """Part of the questions of the last five minutes that were answered."""
        recent = [answered for at, answered in self.questions if at > self.second - 300]
        return (sum(recent) + 0.5) / (len(recent) + 1.0)

    def admit(self) -> int:
        """Draw how many come from each source, and what they are like."""
        shows = shows_at(self.level, self.base) * law.TICK / law.WINDOW
        rate = law.entry_rate(0.055, self.energy, 0.5, len(self.agents))
        organic = shows * min(0.6, rate)
        followers = 0.02 * 20_000 * self.size * math.exp(-self.second / 1800) / 1800 * law.TICK
        means = (organic, followers, 0.0, law.TICK / 50, law.TICK * 36 * self.size / 3600)
        came = 0
        for source, mean in enumerate(means):
            for _ in range(int(self.rng.poisson(mean))):
                bounces = self.random.random() < law.bouncer_share(source, self.persuasion[law.NEED])
                Viewer(self, source, law.BOUNCER if bounces else law.STAYER)
                came += 1
                self.counts["organic"] += source == law.ORGANIC
        self.counts["views"] = came
        self.counts["shows"] = self.counts["organic"] + int(self.rng.poisson(shows - organic))
        return came

    def persuade(self, phase: int, came: int) -> None:
        """Build up the pitch in the room."""
        renewal = law.turnover(came, len(self.agents))
        self.persuasion = [
            law.persuasion_step(state, float(law.PHASE_GAIN[phase, part]), self.quality, renewal)
            for part, state in enumerate(self.persuasion)
        ]

    def hear_question(self, is_answered: bool) -> None:
        """A question came, and was answered or not; an answer reassures the room."""
        self.questions.append((self.second, is_answered))
        if is_answered:
            recent = sum(at > self.second - 60 for at in self.answers)
            self.answers.append(self.second)
            gain = REPLY_REASSURES / (1 + recent)
            self.persuasion[law.REASSURANCE] = min(1.0, self.persuasion[law.REASSURANCE] + gain)

    def set_rates(self, phase: int) -> None:
        """What is equal for a group, once a tick."""
        need, understanding, reassurance, desire, urgency = self.persuasion
        comment, like = law.comment_rate(self.energy, False), law.like_rate(self.energy)
        self.social = 1.0 - math.exp(-(comment + like) * law.TICK)
        self.comment_share = comment / (comment + like)
        self.bounce = 1.0 - math.exp(-law.bouncer_leave_rate() * law.TICK)
        self.leave = law.stayer_leave_rate(self.energy, 0.0, False) * law.TICK
        _, self.price, reference, stars = GOODS[self.product]
        click = law.click_rate(need, understanding, desire, phase, False) * law.TICK
        talk = law.talk_lean(understanding, reassurance, desire, urgency, 0.45, 0)
        self.click = [click * law.appeal(0.5, self.price, self.mean_price, sense) for sense in law.PRICE_SENSE]
        self.lean = [
            talk + law.product_lean(self.price, reference, stars / 100, sense) for sense in law.PRICE_SENSE
        ]

    def judge_window(self) -> None:
        """The platform sets the next five minutes."""
        sums = Sums(*(int(self.window[name]) for name in Sums._fields))
        score = window_score(sums, self.base, 0.055, self.mean_price)
        self.level = next_level(self.level, score, self.random.gauss(0, 1))
        self.window = dict.fromkeys(FIELDS, 0.0)

    def forget(self) -> None:
        """Mesa 3.3 keeps every model alive in a table of its own: leave it."""
        self.remove_all_agents()
        ids: Any = mesa.Agent._ids
        ids.pop(self, None)
