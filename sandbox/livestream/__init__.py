"""Live rooms: viewers, the host's show, offers and chat."""
