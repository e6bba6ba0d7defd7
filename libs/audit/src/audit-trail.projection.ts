import { type Actor, defineProjection, type EventMeta } from '@minutier/ledger';

/** One event as an auditor reads it. */
export interface AuditItem {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly stream: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly recordedAt: string;
  readonly occurredAt: string | null;
  readonly effectiveAt: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly simulated: boolean;
  readonly data: object;
}

/** One row per event, for ever true from its own ordinal on. */
export const auditTrail = defineProjection<AuditItem>({
  name: 'audit_trail',
  version: 3,
  reads: 'all',
  appendOnly: true,
  columns: { event: 'text', stream: 'text', type: 'text', actor: 'text', correlation: 'text' },
  indexed: ({ id, stream, type, actor, correlationId }) => ({
    event: id,
    stream,
    type,
    actor: actor.id,
    correlation: correlationId,
  }),
  keysOf: ({ ordinal }) => [auditKey(ordinal)],
  partitionOf: ({ stream }) => stream,
  project(_row, { id, type, version, stream, revision, ordinal, effectiveAt, meta, data }) {
    return { id, type, version, stream, revision, ordinal, ...timesOf(meta), effectiveAt, ...causesOf(meta), data };
  },
});

/** Sorts as the ordinal does. */
export function auditKey(ordinal: number): string {
  return String(ordinal).padStart(16, '0');
}

function timesOf({ recordedAt, occurredAt }: EventMeta) {
  return { recordedAt, occurredAt: occurredAt ?? null };
}

function causesOf({ actor, commandId, correlationId, causationId, simulated }: EventMeta) {
  return { actor, commandId, correlationId, causationId, simulated: simulated === true };
}
