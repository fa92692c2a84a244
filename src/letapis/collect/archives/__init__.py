"""Web archives read record by record: what is damaged is said, and reading goes on at the next record."""
