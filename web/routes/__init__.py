"""HTTP routes, one blueprint per subject."""
