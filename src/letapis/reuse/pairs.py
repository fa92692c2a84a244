def pairs(*a): return []
