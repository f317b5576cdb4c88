/** What some tests need beyond npm: left out in one line where it is missing, a failure where PHR_NO_SKIP says so. */
import { existsSync } from 'node:fs';

/** True where the tests must be left out. @throws where the switch forbids leaving anything out. */
export function isMissing(what: string, found: boolean): boolean {
  if (found) return false;
  if (process.env['PHR_NO_SKIP'] === '1')
    throw new Error(`${what} is missing, and PHR_NO_SKIP=1 allows no test to be left out`);
  process.stderr.write(`left out: ${what} is not here\n`);
  return true;
}

/** The folder of real records, or undefined where PHR_RECORDS is unset. Without it no test fails: it is nobody's duty to have one. */
export function recordsFolder(): string | undefined {
  const folder = process.env['PHR_RECORDS'];
  if (folder !== undefined && existsSync(folder)) return folder;
  process.stderr.write('left out: tests over real records (PHR_RECORDS is not set)\n');
  return undefined;
}

export interface PeerServer {
  /** FHIR base, without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string | undefined;
  readonly patientId: string | undefined;
}

/** The SMART on FHIR server at `PEER_BASE`, or undefined. It is somebody else's: without it no test fails, whatever PHR_NO_SKIP says. */
export function peerServer(): PeerServer | undefined {
  const { PEER_BASE: base, PEER_TOKEN: token, PEER_PATIENT: patientId } = process.env;
  if (base !== undefined && base !== '') {
    if (token === undefined) process.stderr.write('left out: reading a record of the peer (PEER_TOKEN is not set)\n');
    return { baseUrl: base.replace(/\/$/, ''), token, patientId };
  }
  process.stderr.write('left out: tests against a SMART on FHIR server elsewhere (PEER_BASE is not set)\n');
  return undefined;
}
