/** An invented person of the sandbox: who they are, who reads for them, what each source holds. */
import type { FhirResource as R3Resource } from 'fhir/r3.js';
import type { FhirResource as R4Resource } from 'fhir/r4.js';
import type { SandboxSourceName } from './source-name.ts';
import type { PersonTruth } from './truth.ts';

export interface PersonIdentity {
  /** Short name of the person in the sandbox; also their user name. */
  readonly key: string;
  readonly nhsNumber: string;
  readonly given: readonly string[];
  readonly family: string;
  /** FHIR date. */
  readonly birthDate: string;
  readonly gender: 'female' | 'male';
  /** BCP 47. */
  readonly language: string;
}

/** Another person who signs in and reads for this one. */
export interface Representative {
  readonly identity: PersonIdentity;
  readonly as: 'parent' | 'carer';
}

export interface SandboxPerson {
  readonly identity: PersonIdentity;
  /** Who signs in; undefined: the person themselves. */
  readonly readBy: Representative | undefined;
  readonly records: {
    readonly gp: readonly R3Resource[];
    readonly hospital: readonly R4Resource[];
    readonly specialist: readonly R4Resource[];
  };
  readonly truth: PersonTruth;
}

/** The Patient's id at each source: three numbers that have nothing to do with each other. */
export function patientIdAt(source: SandboxSourceName, identity: PersonIdentity): string {
  if (source === 'gp') return `gp-${identity.nhsNumber.slice(3, 9)}`;
  if (source === 'hospital') return `e${identity.nhsNumber.split('').reverse().join('').slice(1, 8)}`;
  return `pkb-${identity.key.length.toString(16)}${identity.nhsNumber.slice(4, 10)}`;
}
