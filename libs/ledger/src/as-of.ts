import { Temporal } from 'temporal-polyfill';

import { LedgerFault } from './errors.js';
import type { ProjectionRunner } from './projection-runner.js';
import type { ReadStore } from './read-store.js';

/** Where in the log a question is answered. */
export interface LogMoment {
  /** Last ordinal that counts; -1 before the first event. */
  readonly ordinal: number;
  readonly effectiveAt: string | null;
}

/** «As of» and «at least» of a question: an instant or a civil date; an ordinal or a receipt `<stream>@<revision>`. */
export interface LogQuestion {
  readonly asOf?: string | undefined;
  readonly atLeast?: string | undefined;
}

/** The read models have not come as far as asked within the time allowed. Ask again a little later. */
export class NotYetProjected extends LedgerFault {
  readonly code = 'NOT_YET_PROJECTED';
  readonly retryable = true;
}

/** `asOf` or `atLeast` is not of a form that the ledger knows. */
export class MomentMalformed extends LedgerFault {
  readonly code = 'MOMENT_MALFORMED';
  readonly retryable = false;
  constructor(readonly parameter: 'asOf' | 'atLeast') {
    super(`${parameter} is malformed`);
  }
}

const PARIS = 'Europe/Paris';

/** The instant that an «as of» means: itself, or the last millisecond of a civil date in Paris (DESIGN §1.11). */
export function asOfInstant(asOf: string): string {
  let instant: string;
  try {
    instant = /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? endOfParisDay(asOf) : utcInstant(asOf);
  } catch {
    throw new MomentMalformed('asOf');
  }
  // Instants are compared as text, which holds for years of four digits only.
  if (!/^\d{4}-/.test(instant)) throw new MomentMalformed('asOf');
  return instant;
}

function endOfParisDay(date: string): string {
  const nextDay = Temporal.PlainDate.from(date, { overflow: 'reject' }).add({ days: 1 });
  const instant = nextDay.toZonedDateTime(PARIS).toInstant().subtract({ milliseconds: 1 });
  return instant.toString({ smallestUnit: 'millisecond' });
}

/** The same instant in UTC with milliseconds, as events write it. */
export function utcInstant(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'millisecond' });
}

/** The civil day in Paris at an instant. */
export function parisDay(instant: string): string {
  // Offsets from UTC are whole hours in Paris: all instants of one hour share their day.
  const hour = instant.endsWith('Z') ? instant.slice(0, 13) : undefined;
  if (hour !== undefined && hour === lastHour.hour) return lastHour.day;
  const day = parisDayOf(instant);
  if (hour !== undefined) lastHour = { hour, day };
  return day;
}

let lastHour = { hour: '', day: '' };

function parisDayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(PARIS).toPlainDate().toString();
}

/** Resolves questions of time to one ordinal each, so that every part of an answer agrees. */
export class LogMoments {
  constructor(
    private readonly runner: ProjectionRunner,
    private readonly readStore: ReadStore,
    private readonly waitMaxMs = 5_000,
  ) {}

  /** Waits for `atLeast`, then resolves `asOf`. Throws NotYetProjected, MomentMalformed. */
  async resolve({ asOf, atLeast }: LogQuestion): Promise<LogMoment> {
    if (atLeast !== undefined) await this.#waitFor(atLeast);
    const { ordinal, effectiveAt } = this.runner.status;
    const now: LogMoment = { ordinal, effectiveAt: effectiveAt || null };
    if (asOf === undefined) return now;
    const entry = await this.readStore.lastAt(asOfInstant(asOf));
    if (!entry) return { ordinal: -1, effectiveAt: null };
    return entry.ordinal > now.ordinal ? now : { ordinal: entry.ordinal, effectiveAt: entry.effectiveAt };
  }

  async #waitFor(atLeast: string): Promise<void> {
    const receipt = /^([a-z]+-[A-Za-z0-9._-]+)@(\d{1,15})$/.exec(atLeast);
    let reached: () => boolean | Promise<boolean>;
    if (/^\d{1,15}$/.test(atLeast)) reached = () => this.runner.ordinal >= Number(atLeast);
    else if (receipt) {
      reached = async () => {
        const entry = await this.readStore.entryOf(receipt[1]!, Number(receipt[2]));
        return entry !== undefined && entry.ordinal <= this.runner.ordinal;
      };
    } else throw new MomentMalformed('atLeast');
    if (!(await this.runner.waitUntil(reached, this.waitMaxMs))) {
      throw new NotYetProjected(`the read models have not come to ${atLeast} yet`);
    }
  }
}
