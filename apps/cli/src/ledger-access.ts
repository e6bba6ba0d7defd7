import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { v7 } from 'uuid';

import {
  type Configuration,
  filesOf,
  firstRegistrarIdOf,
  openApplication,
  type OpenedApplication,
} from '../../api/src/index.js';
import { type AnsweredProblem, CommandFailed, RequestRefused } from './failure.js';
import { type Answered, type AskedRequest, askServer } from './request.js';
import type { Stopping } from './stopping.js';
import type { Terminal } from './terminal.js';

const ALIVE_MAX_MS = 3_000;
const ATTEMPTS_MAX = 5;

/** A server that runs on a data folder. */
export interface LiveServer {
  readonly url: string;
  readonly pid: number;
  readonly ledgerId: string;
}

/** The server that runs on this data folder; undefined where its address is stale or leads to another ledger. */
export async function liveServer(configuration: Configuration): Promise<LiveServer | undefined> {
  try {
    const server = JSON.parse(await readFile(filesOf(configuration).endpoint, 'utf8')) as LiveServer;
    const health = await fetch(`${server.url}/health/ready`, { signal: AbortSignal.timeout(ALIVE_MAX_MS) });
    const { ledger } = (await health.json()) as { ledger?: { id?: string } };
    return ledger?.id !== undefined && ledger.id === server.ledgerId ? server : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One ledger, reached through the server that runs on its folder or, where none does, through the same HTTP pipeline
 * inside this process: commands are validated, refused and answered in one way only.
 */
export class LedgerAccess {
  private constructor(
    readonly registrarId: string,
    /** Undefined where a server runs. */
    readonly local: OpenedApplication | undefined,
    private readonly ask: (request: AskedRequest) => Promise<Answered>,
  ) {}

  static throughServer({ url, ledgerId }: LiveServer): LedgerAccess {
    return new LedgerAccess(firstRegistrarIdOf(ledgerId), undefined, (request) => askServer(url, request));
  }

  static within(pipeline: OpenedApplication): LedgerAccess {
    const fastify = pipeline.application.getHttpAdapter().getInstance();
    return new LedgerAccess(pipeline.registrarId, pipeline, async ({ method, path, headers, body }) => {
      const answer = await fastify.inject({
        method,
        url: path,
        headers: { ...headers },
        ...(body === undefined ? {} : { payload: body }),
      });
      return { status: answer.statusCode, body: answer.body };
    });
  }

  /** What the process says of its state, up or not. */
  async health<Answer>(): Promise<Answer> {
    return JSON.parse((await this.ask({ method: 'GET', path: '/health/ready', headers: {} })).body) as Answer;
  }

  get<Answer>(path: string): Promise<Answer> {
    return this.#send<Answer>({ method: 'GET', path, headers: {} });
  }

  /** Gives a command as the first registrar, or as `actor`; sent again where the ledger asks for it, under the same id. */
  post<Answer>(
    path: string,
    body: unknown,
    { commandId = v7(), actorId = this.registrarId }: { commandId?: string; actorId?: string } = {},
  ): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      'minutier-actor': actorId,
      'minutier-role': 'registrar',
      'idempotency-key': commandId,
    };
    return this.#send<Answer>({ method: 'POST', path, headers, body: JSON.stringify(body) });
  }

  async #send<Answer>(request: AskedRequest): Promise<Answer> {
    const headers = { ...request.headers, 'accept-language': languageOf(process.env) };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.ask({ ...request, headers });
      if (answer.status < 400) return JSON.parse(answer.body) as Answer;
      if (answer.status !== 503 || attempt === ATTEMPTS_MAX) throw new RequestRefused(problemOf(answer));
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
}

function problemOf({ status, body }: Answered): AnsweredProblem {
  try {
    return { ...(JSON.parse(body) as AnsweredProblem), status };
  } catch {
    return { status };
  }
}

/** The language in which refusals are answered: that of the terminal, where it is French, else English. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  return /^fr/i.test(LC_ALL ?? LC_MESSAGES ?? LANG ?? '') ? 'fr' : 'en';
}

/** Opens the ledger of a folder in whichever way it can be reached; `founding` allows to make it where there is none. */
export async function openAccess(
  configuration: Configuration,
  stopping: Stopping,
  terminal: Terminal,
  { founding = false }: { founding?: boolean } = {},
): Promise<LedgerAccess> {
  const server = await liveServer(configuration);
  if (server) return LedgerAccess.throughServer(server);
  if (!founding && configuration.store.kind === 'sqlite' && !existsSync(filesOf(configuration).ledger)) {
    throw new CommandFailed(
      `There is no ledger in ${configuration.dataFolder}: begin one with "minutier serve", or name its folder with MINUTIER_DATA.`,
    );
  }
  const pipeline = await openApplication(configuration);
  stopping.atEnd(() => pipeline.close());
  await caughtUp(pipeline, terminal);
  return LedgerAccess.within(pipeline);
}

/** Waits until the read models hold all that is in the log. */
async function caughtUp({ opened: { runner, store } }: OpenedApplication, terminal: Terminal): Promise<void> {
  const level = async () => runner.status.caughtUp && (await store.countAfter(runner.status.position, 1)) === 0;
  while (!(await runner.waitUntil(level, 1_000))) {
    const { stalled, ordinal } = runner.status;
    if (stalled !== undefined) throw new CommandFailed(`The read models do not move: ${stalled}.`);
    terminal.progress(`reading the log: event ${ordinal + 1}…`);
  }
  terminal.endProgress();
}
