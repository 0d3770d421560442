"""A firm's order lines become a scenario: read without its buyers, fitted, tested on days held back, written down.

The way of a file: :mod:`opening` finds encoding, delimiter and header; :mod:`columns` recognises what each column is;
:mod:`reading` takes the allowed columns and nothing else, buyers as keyed hashes; :mod:`lines` turns texts into order
lines and counts what it cannot use; :mod:`sufficiency` says what the data cannot say; :mod:`fit` puts the parts
together; :mod:`case` and :mod:`writing` make the scenario folder.
"""
