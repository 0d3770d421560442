"""What must hold whatever the seats do."""
