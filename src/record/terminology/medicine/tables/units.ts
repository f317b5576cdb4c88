/**
 * Facts: spellings of units and the factor to the canonical UCUM unit. Own rows instead of a UCUM library: some sixty
 * spellings cover prescriptions, most of them ("UNT", "ACTUAT", "mcg") no UCUM code, and the library is slow to load.
 * Row: canonical unit, factor, colon, spellings.
 */

/** Units of an amount. */
export const amountUnitRows = `
mg 1: mg mgs mgm milligram milligrams milligramme milligrammes
mg 1000: g gm gms gram grams gramme grammes
mg 1000000: kg kilogram kilograms
mg 0.001: mcg mcgs ug µg μg mikrogramm microgram micrograms microgramme microgrammes micrograme
mg 0.000001: ng nanogram nanograms
[iU] 1: [iu] iu ius ui unit units unt u {unit} {units} unit(s)
[iU] 1000: ku
[iU] 1000000: mu megaunit megaunits megaunits miu
mmol 1: mmol mmols millimole millimoles
mmol 0.001: umol micromol micromole micromoles
meq 1: meq meqs milliequivalent milliequivalents
% 1: % percent
MBq 1: mbq megabecquerel megabecquerels
MBq 1000: gbq
MBq 0.001: kbq
[CFU] 1: cfu
[ppm] 1: ppm
[SQ] 1: sq sq-t`;

/** Units of a denominator. Amounts per gram and per millilitre are told apart in the value, not in the comparison. */
export const perUnitRows = `
mL 1: ml mls millilitre millilitres milliliter milliliters cc
mL 1000: l litre litres liter liters
g 1: g gm gram grams
g 0.001: mg milligram
h 1: h hr hrs hour hours
h 24: d day days
h 168: wk week weeks
{actuation} 1: {actuation} actuation actuations actuat act dose doses spray sprays puff puffs inhalation inhalations inh blister blisters application applications metered
cm2 1: cm2 sqcm`;

/** Denominators that mean "one piece": the strength of a tablet, not a ratio. */
export const pieceUnits = `1 each tablet tablets tab tabs capsule capsules cap caps caplet caplets sachet sachets packet packets pack vial vials
ampoule ampoules amp pen pens syringe syringes patch patches suppository suppositories pessary pessaries lozenge lozenges piece pieces
unit-dose gum {tbl} {each}`;
