"""The simulator: markets, live rooms, logistics, payments and service, without web, SQL or files."""
