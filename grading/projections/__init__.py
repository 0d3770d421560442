"""From the events of a run to evidence: one small pure function per type of evidence."""
