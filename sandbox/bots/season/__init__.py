"""How bots run a season around the shows: shelf, stock, suppliers, ads, money and desk, seat by seat."""
