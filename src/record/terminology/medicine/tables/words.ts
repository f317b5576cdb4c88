/** Facts: words on labels and in codes that say nothing about what the medicine is. */
export const neutralWords = `
oral orally po mouth by take taken one two three four half daily day days once twice times per every each morning night nightly
evening bedtime mane nocte bd tds od qds qid tid bid prn needed required as directed use using apply hour hours hourly weekly week
weeks month monthly in to at a an the of for on when if dose doses dosed strength unit units usp bp ph eur nf inn product medicinal
containing precisely only clinical drug substance form physical object sugar free alcohol cfc preservative generic brand brands
solution spray aerosol powder drops drop device disposable pre filled prefilled system delivery pack packs box boxes bottle bottles tube
tubes blister strip strips container bag bags kit refill multidose single mini sf pf coated film uncoated scored
flavour flavored flavoured flavor orange lemon lime mint cherry strawberry vanilla natural raspberry grape berry
fruit adult adults paediatric pediatric child children childrens infant infants junior jr baby human recombinant
package pkg ndc rx otc medication medicine drug med new old repeat acute count ct qty quantity size standard original
concentrate concentrated liquid-filled metered actuat actuation actuations puffs puff sprays mg mcg ml g
microgram micrograms milligram milligrams gm l litre litres cm mm m x no number approx about equivalent equiv eq abuse deterrent tamper
resistant unflavoured conventional granulated micronised micronized medicated aqueous aqua nda anda bla from mouthpiece crystals
soft hard vegetarian easy open lock click  lipid adhesive matrix
cutaneous external internal use mixing diluent solvent water hr hrs spinhaler pump applicator
applicators dispenser bulk caution label inert ingredients ingredient ea and composite headset integral cylinder
 extract supplement dietary subcutaneously intramuscularly intravenously ad lib stat qam qpm qhs hs ac pc qd q4h q6h q8h q12h
left right both eyes ears nostril nostrils affected area areas skin wherever food meals meal after before breakfast
lunch tea dinner continue regular dosette dispensed ordered administered sterile
 isotonic buffered lactose gluten colour white red yellow pink
 crushed crushable
macrocrystalline type standardised standardized prepared derived purified w v cost contract
instructions specified according maximum up least emollient sensor sensors`;

/** Facts: companies whose names stand on labels without brackets. */
export const companyWords = `
teva accord sandoz mylan actavis almus zentiva aurobindo milpharm sanofi pfizer gsk glaxosmithkline novartis roche bayer merck msd
lilly astrazeneca apotex torrent cipla lupin krka ratiopharm hexal ranbaxy wockhardt ltd limited plc inc gmbh uk pharma
pharmaceuticals pharmaceutical healthcare laboratories labs generics viatris upjohn alliance bristol dexcel crescent tillomed rosemont
boehringer ingelheim napp mundipharma chiesi norton ivax lannett amneal greenstone dr-reddys zydus unichem macleods brown burk arrow
kent sigma aah phoenix niche colorama relonchem somex noumed bluebird advanz strides glenmark bristol-laboratories medreich`;

/**
 * Facts: words that turn a name into something else (a line extension with other ingredients, or no medicine taken at
 * all). Where one stands unexplained the name is not trusted: "Nurofen Cold & Flu" is not ibuprofen alone.
 */
export const alarmWords = `
pm max herbal cold flu sinus extra plus forte compound duo hct trio combi severe cough congestion night nighttime daytime day-night
allergy allergies allergic intolerance intolerant sensitivity adverse reaction reactions stopped stop declined refused no not never none nil without
avoid contraindicated history level levels monitoring antibody antibodies poisoning overdose withdrawal trial study placebo
vaccine vaccines vaccination vaccinated immunisation immunization toxoid serum antitoxin or versus vs former previous previously discontinued ceased
substitute alternative similar like analogue induced toxicity deficiency misuse dependence detox screening screen
local special homeopathic homoeopathic`;

/** Words that join two names; after one of them an unknown word may be another ingredient. */
export const joiningWords = `and with plus & + /`;

/** Facts: remarks of several words that say nothing about what the medicine is. */
export const neutralPhrases = `flavour not specified, flavor not specified, no added sugar, not specified, non drowsy, herbal supplement, do not crush, do not chew, do not stop, do not swallow, gas for inhalation, multi dose, as directed, when required, if required, as needed`;
