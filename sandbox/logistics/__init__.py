"""Stock, parcels, consignments and customs on their way across borders."""
