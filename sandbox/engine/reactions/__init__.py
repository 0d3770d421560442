"""How the domains meet: an event in one becomes a call on another. One file for each line of business."""
