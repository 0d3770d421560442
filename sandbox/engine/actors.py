"""Councils of deciders on Mesa: the one module that imports it, and only when somebody decides.

Mesa costs a second or two to import and sets the start method of processes, so a scenario without deciders never meets
it. Its 3.3 line keeps every model alive in ``Agent._ids``; :meth:`MesaCouncils.forget` clears ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sandbox.kernel.deciders import Council, Decider


@cache
def _mesa() -> Any:
    import multiprocessing

    method = multiprocessing.get_start_method(allow_none=True)
    import mesa

    multiprocessing.set_start_method(method, force=True)  # mesa sets "spawn" for the whole process

    class Actor(mesa.Agent):  # type: ignore[misc]
        """A decider's place among the agents."""

        def __init__(self, model: Any, decider: Decider) -> None:
            super().__init__(model)
            self.decider = decider

        def decide(self) -> None:
            """First step of a turn."""
            self.decider.decide()

        def apply(self) -> None:
            """Second step of a turn."""
            self.decider.apply()

    return mesa, Actor


class MesaCouncil:
    """Deciders of one kind as an agent set."""

    def __init__(self, model: Any, actor: Any) -> None:
        self._model = model
        self._actor = actor
        self._agents: Any = None
        self.members: Sequence[Decider] = ()

    def add(self, decider: Decider) -> None:
        """See :class:`Council`."""
        agent = self._actor(self._model, decider)
        self.members = (*self.members, decider)
        if self._agents is None:
            mesa, _ = _mesa()
            self._agents = mesa.agent.AgentSet([agent], random=self._model.random)
        else:
            self._agents.add(agent)

    def step(self) -> None:
        """See :class:`Council`. Never shuffled: chance is keyed, not dealt by Mesa."""
        if self._agents is not None:
            self._agents.do("decide")
            self._agents.do("apply")


class MesaCouncils:
    """The councils of one run, by name."""

    def __init__(self) -> None:
        self._model: Any = None
        self._councils: dict[str, MesaCouncil] = {}

    def named(self, name: str) -> Council:
        """The council of that name, made at its first mention."""
        if name not in self._councils:
            mesa, actor = _mesa()
            if self._model is None:
                self._model = mesa.Model(seed=0)
            self._councils[name] = MesaCouncil(self._model, actor)
        return self._councils[name]

    def forget(self) -> None:
        """Let the agents go once the run is over."""
        if self._model is not None:
            mesa, _ = _mesa()
            mesa.Agent._ids.pop(self._model, None)
