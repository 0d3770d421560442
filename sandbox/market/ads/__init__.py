"""Advertising: search auctions, feed and room impressions, short videos, creators, and what they are said to bring."""
