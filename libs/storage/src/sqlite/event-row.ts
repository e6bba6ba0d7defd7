import type { EventMeta, StoredEvent, StreamName } from '@minutier/ledger';

/** An event as the file holds it. */
export interface EventRow {
  stream: string;
  revision: number;
  id: string;
  type: string;
  version: number;
  data: string;
  meta: string;
  ordinal: number;
}

/** The event of a row; its position is its ordinal. */
export function storedEvent({ stream, revision, id, type, version, data, meta, ordinal }: EventRow): StoredEvent {
  return {
    id,
    stream: stream as StreamName,
    revision,
    type,
    version,
    data: JSON.parse(data) as object,
    meta: JSON.parse(meta) as EventMeta,
    position: String(ordinal),
  };
}
