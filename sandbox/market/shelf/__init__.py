"""The shelf market: shoppers who search, rivals who answer, platforms that rank, and every team's listings."""
