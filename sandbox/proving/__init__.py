"""What the model must reproduce: every published regularity beside what the shipped engine shows."""
