/** The gateway itself: author of Linkage, agent of Provenance. */
import type { Device } from 'fhir/r4.js';
import { RECORD_KIND_SYSTEM } from '../fhir/canonical.ts';
import { RULES_VERSION } from '../match/rules.ts';

export const DEVICE_ID = 'phr-gateway';

export function gatewayDevice(): Device & { id: string } {
  return {
    resourceType: 'Device',
    id: DEVICE_ID,
    meta: { tag: [{ system: RECORD_KIND_SYSTEM, code: 'unified' }] },
    status: 'active',
    deviceName: [{ name: 'phr-gateway', type: 'user-friendly-name' }],
    version: [{ type: { text: 'rules' }, value: RULES_VERSION }],
  };
}
