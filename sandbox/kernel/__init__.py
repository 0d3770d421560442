"""What every domain stands on: ids, integer money, clock, keyed draws, messages, codec, errors."""
