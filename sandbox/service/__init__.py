"""The help desk: tickets, returns and satisfaction."""
