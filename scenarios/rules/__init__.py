"""Law, tariffs, rates, fees and services as dated tables with their sources, and their strict readers."""
