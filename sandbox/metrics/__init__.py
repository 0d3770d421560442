"""Every figure once: name, unit, formula, source."""
