/** The types a source is asked for: those configured, and with one of the two kinds of medicine entries the other (IPA, "Medication guidance": clients query both). */
import type { SourceConfig } from '../../ports/source-config.ts';

const STATEMENT = 'MedicationStatement';

export function typesToRead({
  resourceTypes,
  lacks = [],
  fhirVersion,
}: Pick<SourceConfig, 'resourceTypes' | 'lacks' | 'fhirVersion'>): readonly string[] {
  const order = fhirVersion === 'DSTU2' ? 'MedicationOrder' : 'MedicationRequest';
  const wanted = new Set(resourceTypes);
  const both = [order, STATEMENT];
  const added = both.some((type) => wanted.has(type)) ? both : [];
  return [...new Set([...resourceTypes, ...added])].filter((type) => type !== 'Patient' && !lacks.includes(type));
}
