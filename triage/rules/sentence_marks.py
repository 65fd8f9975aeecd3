"""What a full stop may stand behind without ending a sentence, in five languages: data for `rules.sentences`.

Lower case, without the last full stop; words are parted by spaces.
"""

from __future__ import annotations

NEVER_LAST = (
    "dr prof mr mrs ms mx messrs st mt ft hr hrn fr dipl ing mag rev gen col lt sgt capt gov sen rep hon vs approx "
    "fig figs eq no nos nr vol pp ed eds cf e.g i.e eg ie viz resp ca bzw vgl evtl ggf inkl exkl zzgl abzgl bspw "
    "sog gem tel mind max min z.b d.h u.a i.d.r o.g z.hd s.o s.u v.a bes insb einschl betr geb gest jan feb mär apr "
    "jun jul aug sept okt nov dez tsd mio mrd т.е т.к т.н т.д т.п и.о др.в напр см стр гл рис табл ул пр пер просп "
    "пл кв корп эт тел им проф акад доц г-н г-жа руб.за тыс млн млрд в.о т.зв тов вул буд див ім обл р-н п.п ст.л "
    "ч.л д-р инж арх моб вх изх ет бл ап жк гр бул т.нар вкл прибл ок"
)
"""Whatever follows, the sentence goes on."""

MAYBE_LAST = (
    "etc inc ltd co corp jr sr est dept ext a.m p.m am pm u.s u.k e.u ph.d usw usf str kg gmbh uvm u.v.m zb г гг в "
    "вв р коп руб грн лв ст шт т.п т.д др пр ч мин сек час год см мм км кг т л к тис млн млрд стр п д хв ін та рр м "
    "и н с бр м-р"
)
"""The sentence goes on where a small letter or a figure follows."""

MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember jänner feber jan feb mär "
    "apr jun jul aug sep sept okt nov dez"
)
"""What follows an ordinal number in German ("3. März"), with its full stop; other nouns do so too."""
