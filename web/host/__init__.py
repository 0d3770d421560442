"""The engine host: runs live in a process of their own, so that neither sockets nor pages wait for the simulation."""
