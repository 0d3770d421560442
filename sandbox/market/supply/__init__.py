"""Where goods and papers come from: suppliers, purchase orders, lots, certificates, research, recalls."""
