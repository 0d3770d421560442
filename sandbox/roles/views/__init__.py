"""One pure function per seat: what it may know of a run."""
