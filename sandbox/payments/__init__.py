"""Authorisation, fees, fraud, chargebacks, settlement, exchange and the ledger."""
