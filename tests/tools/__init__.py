"""What the test command prepares, and tests of these tools themselves."""
