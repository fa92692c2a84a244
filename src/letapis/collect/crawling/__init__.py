"""What sources that follow addresses share: links, requisites, one form of an address, a ledger."""
