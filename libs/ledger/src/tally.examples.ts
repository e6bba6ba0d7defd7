import type { CommandContext, Decision, LedgerCommand } from './decision.js';
import { refuse } from './decision.js';
import type { LoggedEvent } from './envelope.js';
import { splitStreamName } from './envelope.js';
import { declarePersonal, type Personal, type Sealed, type SealedCommand } from './personal.js';
import { defineProjection, type Projection } from './projection.js';
import type { StreamDefinition } from './stream-definition.js';

/** The smallest domain that has everything the core must carry: an opening, many equal facts, an end, a personal field. */
export type TallyEvent =
  | { type: 'TallyOpened'; data: { label: string; personId: string } }
  | { type: 'MarkAdded'; data: { points: number; remark: Sealed | null } }
  | { type: 'TallyClosed'; data: { total: number } };

export interface Tally {
  readonly status: 'absent' | 'open' | 'closed';
  readonly personId?: string;
  readonly points: readonly number[];
}

export const tallyStream: StreamDefinition<Tally, TallyEvent> = {
  category: 'tally',
  initial: { status: 'absent', points: [] },
  types: { TallyOpened: { version: 1 }, MarkAdded: { version: 1 }, TallyClosed: { version: 1 } },
  personOf: ({ personId }) => personId,
  evolve(tally, event) {
    switch (event.type) {
      case 'TallyOpened':
        return { status: 'open', personId: event.data.personId, points: [] };
      case 'MarkAdded':
        return { ...tally, points: [...tally.points, event.data.points] };
      case 'TallyClosed':
        return { ...tally, status: 'closed' };
    }
  },
};

export class OpenTally implements LedgerCommand {
  constructor(
    readonly context: CommandContext,
    readonly label: string,
    readonly personId: string,
  ) {}
}

export class AddMarks implements LedgerCommand {
  constructor(
    readonly context: CommandContext,
    readonly points: readonly number[],
    readonly remark?: Personal,
  ) {}
}
declarePersonal(AddMarks.prototype, 'remark', 'appraisal');

export class CloseTally implements LedgerCommand {
  constructor(readonly context: CommandContext) {}
}

type TallyRefusal = 'TALLY_ALREADY_OPEN' | 'TALLY_NOT_OPEN';

export function openTally(
  { label, personId }: SealedCommand<OpenTally>,
  tally: Tally,
): Decision<TallyEvent, TallyRefusal> {
  if (tally.status !== 'absent') return refuse('TALLY_ALREADY_OPEN', undefined, 'Déjà ouvert.', 'Open already.');
  return [{ type: 'TallyOpened', data: { label, personId } }];
}

export function addMarks(
  { points, remark }: SealedCommand<AddMarks>,
  tally: Tally,
): Decision<TallyEvent, TallyRefusal> {
  if (tally.status !== 'open') return refuse('TALLY_NOT_OPEN', '/points', 'Pas ouvert.', 'Not open.');
  return points.map((one) => ({ type: 'MarkAdded', data: { points: one, remark } }));
}

export function closeTally(_command: SealedCommand<CloseTally>, tally: Tally): Decision<TallyEvent, TallyRefusal> {
  if (tally.status !== 'open') return [];
  return [{ type: 'TallyClosed', data: { total: tally.points.reduce((sum, one) => sum + one, 0) } }];
}

export interface TallyRow {
  readonly label: string | null;
  readonly total: number;
  readonly marks: number;
}

/** Fails, as a known event that does not apply, while `unlucky` says so of a mark. */
export interface Luck {
  unlucky?: (points: number) => boolean;
}

/** One row per open tally: it comes, changes with every mark, and goes at the closing. A label of one letter counts as none. */
export function openTallies(luck: Luck = {}, version = 1): Projection<TallyRow> {
  return defineProjection<TallyRow>({
    name: 'open_tallies',
    version,
    reads: Object.keys(tallyStream.types),
    columns: { label: 'text', total: 'integer' },
    indexed: ({ label, total }) => ({ label, total }),
    keysOf: (event) => [tallyOf(event)],
    partitionOf: tallyOf,
    project(row, event) {
      const { type, data } = event as unknown as TallyEvent;
      if (type === 'TallyClosed') return null;
      if (type === 'TallyOpened') {
        const label = data.label.length > 1 ? data.label : null;
        return { label, total: 0, marks: 0 };
      }
      if (luck.unlucky?.(data.points)) throw new RangeError(`a mark of ${data.points} brings bad luck`);
      return data.points === 0 ? row : { ...row!, total: row!.total + data.points, marks: row!.marks + 1 };
    },
  });
}

/** Rows shared by two keys of one event: how many marks a tally has, and how many of each value it has. */
export const markCounts = defineProjection<{ count: number }>({
  name: 'mark_counts',
  version: 1,
  reads: ['MarkAdded'],
  columns: { count: 'integer' },
  indexed: ({ count }) => ({ count }),
  keysOf: (event) => {
    const { points } = event.data as { points: number };
    return [tallyOf(event), `${tallyOf(event)} ${points}`, tallyOf(event)];
  },
  partitionOf: tallyOf,
  project: (row) => ({ count: (row?.count ?? 0) + 1 }),
});

function tallyOf({ stream }: LoggedEvent): string {
  return splitStreamName(stream).id;
}
