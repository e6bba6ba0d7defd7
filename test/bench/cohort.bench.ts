import { setTimeout as pause } from 'node:timers/promises';

import { CANDIDATES, each, EVALUATIONS, madeCohort, ServedFolder } from './cohort-made.js';
import { inFolder, type Measurement, median } from './measure.js';

const STARTS = 3;
const PAGE = 100;
const READ_AGAIN = 10;
const READERS = 16;
const BOARD_MS = 100;
const TRANSCRIPT_MS = 20;
const IMPORT_MS = 3_000;

/** Milliseconds that something took, when it was read first and when it was read again. */
interface Readings {
  readonly first: readonly number[];
  readonly again: readonly number[];
}

interface Round {
  readonly pages: Readings;
  /** By one reader, and by many at once. */
  readonly alone: Readings;
  readonly together: Readings;
}

/** A board page and a transcript of a cohort of 500: read first after a start, when nothing is in any cache, and again. */
export function cohortBench(): Promise<Measurement[]> {
  return inFolder(async (folder) => {
    const server = await ServedFolder.prepared(folder);
    const { rounds, imported } = await read(server).finally(() => server.stop());
    const over = (part: keyof Round, worth: (ms: readonly number[]) => number) => ({
      first: median(rounds.map((round) => worth(round[part].first))),
      again: median(rounds.map((round) => worth(round[part].again))),
    });
    const of = `${CANDIDATES} candidates with ${EVALUATIONS} evaluations`;
    const page = over('pages', (ms) => Math.max(...ms));
    const board = over('pages', (ms) => (ms.reduce((sum, one) => sum + one, 0) * (CANDIDATES / PAGE)) / ms.length);
    const [alone, together] = [over('alone', ninetyNinth), over('together', ninetyNinth)];
    const sheet = `a sheet of ${CANDIDATES} lines, until every one stands in its file`;
    return [
      {
        ...{ name: sheet, unit: 'ms', ours: imported, bare: IMPORT_MS, ratio: imported / IMPORT_MS },
        ...{ bar: `<= ${IMPORT_MS} ms`, holds: imported <= IMPORT_MS },
      },
      ...lines(`${of}: the slowest board page of ${PAGE}`, page, BOARD_MS),
      ...lines(`${of}: the whole board in pages of ${PAGE}`, board, undefined),
      ...lines(`${of}: a transcript, 99th percentile`, alone, TRANSCRIPT_MS),
      // How long one waits among many is told without a bar: a start then compiles for all of them at once.
      ...lines(`${of}: a transcript, 99th percentile, ${READERS} readers at once`, together, undefined),
    ];
  });
}

async function read(server: ServedFolder): Promise<{ rounds: Round[]; imported: number }> {
  await server.start();
  const { cohortId, candidacies } = await madeCohort(server);
  await server.stop();
  const rounds: Round[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const pages = await freshly(server, () => boardPages(server, cohortId), READ_AGAIN);
    const alone = await freshly(server, () => transcripts(server, candidacies, 1), 2);
    const together = await freshly(server, () => transcripts(server, candidacies, READERS), 2);
    rounds.push({ pages, alone, together });
  }
  await server.start();
  return { rounds, imported: await sheetImported(server, cohortId, candidacies) };
}

/** How long a sheet of the whole cohort takes, from the request until every line stands in its file. */
async function sheetImported(server: ServedFolder, cohortId: string, candidacies: readonly string[]): Promise<number> {
  const start = performance.now();
  const { id, receipt } = (await server.post(`cohorts/${cohortId}/evaluations:import`, {
    ...{ kind: 'case-study', modality: 'F1-M1', occurrence: 1, session: 1, attempt: 2, heldOn: '2019-06-03' },
    ...{ assessorIds: [server.cast.assessor], written: true, oral: false, taskCode: 'EC-2019-06' },
    lines: candidacies.map((candidate, index) => ({ candidate, mark: String(8 + (index % 12)) })),
  })) as unknown as { id: string; receipt: string };
  for (;;) {
    const { text } = await server.timed(`/api/v1/mark-sheets/${id}?atLeast=${receipt}`);
    const { report } = JSON.parse(text) as { report: { recorded: number; refused: number } };
    if (report.refused > 0) throw new Error(`${report.refused} lines were refused`);
    if (report.recorded === candidacies.length) return performance.now() - start;
    await pause(50);
  }
}

/** Two lines: the first reading beside the readings after it, and the other way round. */
function lines(
  name: string,
  { first, again }: { first: number; again: number },
  ms: number | undefined,
): Measurement[] {
  const line = (how: string, ours: number, bare: number): Measurement => ({
    ...{ name: `${name}, ${how}`, unit: 'ms', ours, bare, ratio: ours / bare },
    ...{ bar: ms === undefined ? 'none' : `<= ${ms} ms`, holds: ms === undefined || ours <= ms },
  });
  return [line('read first', first, again), line('read again', again, first)];
}

/** A server just started reads once, then so many times again. */
async function freshly(server: ServedFolder, read: () => Promise<number[]>, times: number): Promise<Readings> {
  await server.start();
  const first = await read();
  const again: number[] = [];
  for (let round = 0; round < times; round += 1) again.push(...(await read()));
  await server.stop();
  return { first, again };
}

/** Every page of the board, from the first to the last, as its links lead. */
async function boardPages(server: ServedFolder, cohortId: string): Promise<number[]> {
  const took: number[] = [];
  let items = 0;
  for (let path: string | null = `/api/v1/cohorts/${cohortId}/candidacies?limit=${PAGE}`; path !== null;) {
    const { ms, text }: { ms: number; text: string } = await server.timed(path);
    const page = JSON.parse(text) as { items: { recorded: number }[]; next: string | null };
    if (page.items.some(({ recorded }) => recorded !== EVALUATIONS)) throw new Error('the board lacks evaluations');
    took.push(ms);
    items += page.items.length;
    path = page.next;
  }
  if (items !== CANDIDATES) throw new Error(`the board shows ${items} candidates`);
  return took;
}

/** Every transcript of the cohort, by so many readers at once. */
function transcripts(server: ServedFolder, candidacies: readonly string[], readers: number): Promise<number[]> {
  const read = async (id: string): Promise<number> => (await server.timed(`/api/v1/candidacies/${id}/transcript`)).ms;
  return each(candidacies, read, readers);
}

function ninetyNinth(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.ceil(values.length * 0.99) - 1]!;
}
