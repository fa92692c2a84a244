"""What figures count, in English."""

from __future__ import annotations

from letapis.langs.base.thing import things

__all__ = ["THINGS"]

THINGS = things("""
killed: killed. dead. died. dies. deaths. fatalit casualt perished. drowned. slain. lives.
injured: injured. injuries. wounded. hurt.
detained: detained. detain. detention. arrested. arrests.
convicted: convicted. sentenced. jailed. imprisoned.
released: released. freed.
missing: missing. disappeared. unaccounted.
evacuated: evacuat
hospitalised: hospitali
rescued: rescued. saved.
displaced: displaced. refugee migrant fled.
infected: infected. infections. cases. tested.
dismissed: dismissed. fired. sacked. redundan layoff.
protesting: protest. demonstrat marchers. rally. rallied. attended. participa turnout. gathered.
prisoner: prisoner captive hostage
employed: employ. workers. staff.
damaged: damaged. destroyed. demolished.
cost: cost. costs. price. priced. worth.
paid: paid. pays. payment. salary. salaries. wage. wages. pension. earn. earns.
lost: losses. lost.
fined: fine. fined. fines.
owed: debt. debts. owes. owed. arrears.
budgeted: budget. budgeted. allocated. earmarked. funding.
stolen: stolen. embezzl bribe. bribes.
donated: donated. donation. donations. raised. crowdfund
produced: produced. output. production. harvested.
exported: export. exported. exports.
imported: import. imported. imports.
long: long. length.
deep: deep. depth.
wide: wide. width.
high: high. height. tall.
old: old. aged. age.
""")
