/** Told of each access to a record, allowed or refused, before the answer is sent: what cannot be accounted for is not given (ADR 16). */
import type { Access } from '../services/audit-access.ts';

export type OnAccess = (access: Access) => Promise<void>;
