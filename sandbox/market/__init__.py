"""Shoppers, rival shops and the platform that ranks them."""
