import { Command } from 'commander';

import { CommandFailed } from './failure.js';
import { openAccess } from './ledger-access.js';
import { act, type Surroundings } from './run-command.js';
import { parisTime } from './transcript-text.js';

const LIMIT_DEFAULT = 100;
const PAGE_MAX = 500;

interface EventItem {
  readonly ordinal: number;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly actor: { readonly id: string; readonly role: string };
}

interface EventPage {
  readonly items: readonly EventItem[];
  readonly next: string | null;
  readonly asOf: object;
}

interface EventsOptions {
  readonly stream?: string;
  readonly type?: string;
  readonly asOf?: string;
  readonly limit: string;
}

/** `minutier events`: what the ledger holds, in its order. */
export function eventsCommand(): Command {
  const command = new Command('events')
    .description('show the events of the ledger, in their order')
    .option('--stream <stream>', 'only those of one stream, for example candidacy-<id>')
    .option('--type <type>', 'only those of one type, for example EvaluationCorrected')
    .option('--as-of <moment>', 'as of an instant, or of the end of a day in Paris (2019-03-12)')
    .option('--limit <n>', 'at most so many', String(LIMIT_DEFAULT));
  return act(command, showEvents);
}

async function showEvents(
  { terminal, stopping, configuration }: Surroundings,
  { stream, type, asOf, limit }: EventsOptions,
): Promise<undefined> {
  if (!/^[1-9]\d{0,8}$/.test(limit)) throw new CommandFailed(`--limit is a whole number from 1 on, not "${limit}".`, 2);
  const access = await openAccess(configuration(), stopping, terminal);
  const wanted = Number(limit);
  const parameters = Object.entries({ stream, type, asOf }).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams([...parameters, ['limit', String(Math.min(wanted, PAGE_MAX))]]);
  const items: EventItem[] = [];
  let moment: object = {};
  let next: string | null = `/api/v1/audit/events?${query.toString()}`;
  while (next !== null && items.length < wanted) {
    const page: EventPage = await access.get<EventPage>(next);
    items.push(...page.items);
    moment = page.asOf;
    next = page.next;
    terminal.progress(`${items.length} events…`);
  }
  const shown = items.slice(0, wanted);
  const more = next !== null || items.length > wanted;
  terminal.result({ items: shown, more, asOf: moment }, () => shown.map(lineOf).join('\n') || 'No event answers this.');
  if (more && !terminal.json) terminal.note(`More follow: --limit shows more than ${wanted}.`);
  return undefined;
}

function lineOf({ ordinal, type, stream, revision, recordedAt, actor }: EventItem): string {
  const place = String(ordinal).padStart(6);
  return `${place}  ${parisTime(recordedAt)}  ${type.padEnd(28)}  ${stream}@${revision}  ${actor.role}`;
}
