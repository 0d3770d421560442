"""Which seat may send which command and sees which part of the run."""
