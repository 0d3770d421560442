"""The server, the store and the command line that wire everything together."""
