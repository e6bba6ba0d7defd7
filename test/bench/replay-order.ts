import { auditTrail } from '@minutier/audit';
import { evaluationList } from '@minutier/candidacy';

/** What the replaying process is told. */
export interface ReplayOrder {
  readonly ledger: string;
  readonly views: string;
  readonly events: number;
}

/** What the process holds after so many events of the first rebuild, once its garbage is collected. */
export interface MemorySample {
  readonly events: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
}

/** The read models of a made ledger: one row per evaluation, one per event. */
export const REPLAYED = [evaluationList, auditTrail] as const;
