import { type LogMoment, splitStreamName, type Views } from '@minutier/ledger';

import { auditKey, auditTrail, type AuditItem } from './audit-trail.projection.js';
import { mentions } from './mentions.projection.js';

/** Where the facts about several candidates begin and end; their lines name the candidacies themselves. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  groupwork: ['GroupRolePlayAssessed', 'GroupTutoredProjectAssessed', 'GroupExercisesAssessed', 'GroupWorkVoided'],
  marksheet: ['MarkSheetAccepted', 'MarkSheetVoided'],
  sitting: ['SittingHeld', 'AnonymityLifted'],
};

/** The trail of every event as of one moment, read by index: a stream, an event, what is said of a thing elsewhere. */
export class Trail {
  constructor(
    private readonly views: Pick<Views, 'find' | 'get'>,
    readonly moment: LogMoment,
  ) {}

  /** A stream's events in their order. */
  async stream(stream: string): Promise<AuditItem[]> {
    const rows = await this.views.find(auditTrail, { where: { stream } }, this.moment);
    return rows.map(({ row }) => row);
  }

  async event(id: string): Promise<AuditItem | undefined> {
    const [found] = await this.views.find(auditTrail, { where: { event: id }, limit: 1 }, this.moment);
    return found?.row;
  }

  /** Everything that one command brought about, itself and what followed from it. */
  async correlated(correlation: string): Promise<AuditItem[]> {
    const rows = await this.views.find(auditTrail, { where: { correlation } }, this.moment);
    return rows.map(({ row }) => row);
  }

  /** Events of other streams that name a thing. */
  async naming(about: string): Promise<AuditItem[]> {
    const rows = await this.views.find(mentions, { where: { about } }, this.moment);
    const items = await Promise.all(
      rows.map(({ row }) => this.views.get(auditTrail, auditKey(row.ordinal), this.moment)),
    );
    return items.flatMap((item) => item?.row ?? []);
  }

  /** What concerns a candidacy in other streams: the lines that name it, and the group work, sheet or sitting that they are of. */
  async elsewhere(candidacyId: string): Promise<AuditItem[]> {
    const lines = await this.naming(candidacyId);
    const streams = [...new Set(lines.map(({ stream }) => stream))];
    // By stream alone: a type is in the whole ledger, and its index would be read from end to end.
    const headers = await Promise.all(
      streams.map(async (stream) => {
        const types = HEADERS[splitStreamName(stream).category] ?? [];
        return types.length === 0 ? [] : (await this.stream(stream)).filter(({ type }) => types.includes(type));
      }),
    );
    return inOrder([...lines, ...headers.flat()]);
  }

  /** The candidacies in which a person was enrolled. */
  async candidaciesOf(personId: string): Promise<string[]> {
    const rows = await this.views.find(mentions, { where: { about: personId } }, this.moment);
    const streams = rows.map(({ row }) => splitStreamName(row.stream));
    return [...new Set(streams.filter(({ category }) => category === 'candidacy').map(({ id }) => id))];
  }
}

/** Each event once, in the order of the log. */
export function inOrder(items: readonly AuditItem[]): AuditItem[] {
  const each = new Map(items.map((item) => [item.ordinal, item]));
  return [...each.values()].sort((one, other) => one.ordinal - other.ordinal);
}

/** A field of an event as a text, where it is one. */
export function textOf({ data }: Pick<AuditItem, 'data'>, field: string): string | undefined {
  const value = (data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : undefined;
}

/** A field of an event, whatever it is. */
export function fieldOf({ data }: Pick<AuditItem, 'data'>, field: string): unknown {
  return (data as Readonly<Record<string, unknown>>)[field];
}
