/**
 * Facts: names that stand for several substances, and the product that tells which. Row: name's word | form | strength in mg
 * ('*' for any) | ingredient. Fluticasone 50 micrograms nasal is the propionate, 27.5 the furoate; pressurised inhalers
 * hold the propionate only. Source: summaries of product characteristics of Flixonase, Avamys, Flixotide.
 */
export const unsaidEsterRows = `
fluticasone | nasal | 0.05 | fluticasone propionate
fluticasone | nasal | 0.0275 | fluticasone furoate
fluticasone | metered-dose-inhaler | * | fluticasone propionate
fluticasone | cream | * | fluticasone propionate
fluticasone | ointment | * | fluticasone propionate
fluticasone | lotion | * | fluticasone propionate
hyoscine | patch | * | hyoscine hydrobromide`;
