import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { Controller, Get, Module, Param, Post, Query, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';

import { AssessCaseStudy } from '@minutier/evaluation';
import { CommandInput, ReadQuestion } from '@minutier/intake';

import { AppModule, configurationFrom, openLedger } from '../../apps/api/src/index.js';
import type { Load } from './http-load.js';
import { inFolder, type Measurement, pairs } from './measure.js';

const ROUNDS = 7;
const ROUND_MS = 1_500;
const CONNECTIONS = 16;
const FICHE = fileURLToPath(new URL('../../../deploy/demonstration/fiche-28684.json', import.meta.url));

/** As many bytes for each candidacy as its transcript has. */
const pages = new Map<string, Buffer>();

/** Validates what a command or a question carries, and does nothing; or sends the bytes of a page. */
@Controller('empty/:candidacyId')
class EmptyController {
  @Post()
  command(@CommandInput() _command: AssessCaseStudy): object {
    return {};
  }

  @Get()
  question(@Param('candidacyId') _candidacyId: string, @Query() _question: ReadQuestion): object {
    return {};
  }

  @Get('page')
  async bytes(@Param('candidacyId') id: string, @Query() _question: ReadQuestion, @Res() reply: FastifyReply) {
    await reply.headers({ etag: '"1"', 'content-type': 'application/json; charset=utf-8' }).send(pages.get(id));
  }
}

@Module({ controllers: [EmptyController] })
class EmptyModule {}

/**
 * An HTTP command and a transcript, beside an endpoint of the same server that validates the same and does nothing. How
 * much of a transcript's price is the sending of its bytes, one more line says: an endpoint that sends as many.
 */
export function httpBench(): Promise<Measurement[]> {
  return inFolder(async (folder) => {
    const opened = await openLedger(configurationFrom({ MINUTIER_DATA: folder }));
    const module = AppModule.over(opened);
    const application = await NestFactory.create<NestFastifyApplication>(
      { ...module, imports: [...module.imports!, EmptyModule] },
      new FastifyAdapter(),
      { logger: false },
    );
    application.setGlobalPrefix('api/v1');
    await application.listen(0, '127.0.0.1');
    const actor = await opened.vault.registerActor({ name: 'Bench', roles: ['registrar'] });
    const url = await application.getUrl();
    const client = fork(new URL('./http-load.js', import.meta.url), { execArgv: [] });
    try {
      return await measured(client, url, actor.id);
    } finally {
      client.kill();
      await application.close();
    }
  });
}

async function measured(client: ChildProcess, url: string, actorId: string): Promise<Measurement[]> {
  const headers = { 'minutier-actor': actorId, 'minutier-role': 'registrar' };
  const candidacies = await prepared(url, headers);
  const bodies = bodiesFor(candidacies, actorId);
  const load = (method: Load['method'], requests: Load['requests']): Load => ({
    url,
    method,
    headers,
    requests,
    ms: ROUND_MS,
    connections: CONNECTIONS,
  });
  const command = await pairs(
    ROUNDS,
    () => perSecond(client, load('POST', take(bodies.commands))),
    () => perSecond(client, load('POST', bodies.empty)),
  );
  const get = (path: (id: string) => string): Promise<number> =>
    perSecond(client, load('GET', repeated(candidacies.map((id) => ({ path: `/api/v1/${path(id)}` })))));
  const one = await fetch(`${url}/api/v1/candidacies/${candidacies[0]}/transcript`);
  const page = await one.arrayBuffer();
  for (const id of candidacies) pages.set(id, Buffer.from(page.slice()));
  const empty = (): Promise<number> => get((id) => `empty/${id}`);
  const transcript = await pairs(ROUNDS, () => get((id) => `candidacies/${id}/transcript`), empty);
  const bytes = await pairs(ROUNDS, () => get((id) => `empty/${id}/page`), empty);
  return [
    { name: 'HTTP command', unit: 'requests/s', ...command, bar: '>= 0.5', holds: command.ratio >= 0.5 },
    { name: 'HTTP transcript', unit: 'requests/s', ...transcript, bar: '>= 0.6', holds: transcript.ratio >= 0.6 },
    { name: `HTTP, ${page.byteLength} bytes sent as they are`, unit: 'requests/s', ...bytes, bar: 'none', holds: true },
  ];
}

/** A cohort whose case studies may have very many occurrences, so that the measurement does not run out of places. */
async function prepared(url: string, headers: Record<string, string>): Promise<string[]> {
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { id, detail } = (await answer.json()) as { id: string; detail?: string };
    if (!answer.ok) throw new Error(`${path}: ${detail}`);
    return id;
  };
  const framework = { number: 'RNCP28684', version: 1 };
  await post('frameworks', { document: JSON.parse(readFileSync(FICHE, 'utf8')) as object });
  await post('rules', { rulesId: 'bench', framework, authority: { code: 'director' }, adoptedOn: '2018-06-28' });
  const cohort = {
    code: 'BENCH',
    framework,
    rules: { id: 'bench', version: 1 },
    startsOn: '2018-10-01',
    endsOn: '2019-09-30',
  };
  const cohortId = await post('cohorts', cohort);
  await post(`cohorts/${cohortId}/sessions`, {
    session: 1,
    kind: 'initial',
    opensOn: '2018-10-01',
    closesOn: '2019-07-04',
  });
  const candidacies: string[] = [];
  for (let number = 0; number < CANDIDATES; number += 1) {
    const identity = { birthName: `NOM ${number}`, firstNames: 'Prénom', bornOn: '1997-05-14', birthPlace: 'Lille' };
    const personId = await post('persons', { identity });
    candidacies.push(await post(`cohorts/${cohortId}/candidacies`, { personId, route: 'CQ', enteredOn: '2018-10-01' }));
  }
  return candidacies;
}

const CANDIDATES = 2_500;
const LINES = ['F1-M1', 'F3-M1', 'F4-M1', 'F5-M1', 'F7-M1', 'F8-M1', 'F9-M1'];

function bodiesFor(candidacies: readonly string[], actorId: string) {
  const conduct = { assessors: [{ assessorId: actorId }], agreedBy: 'single', written: true, oral: false };
  const body = (modality: string): string =>
    JSON.stringify({
      modality,
      occurrence: 1,
      attempt: 1,
      session: 1,
      heldOn: '2019-01-15',
      outcome: { kind: 'result', result: { scale: 'twenty', value: '14.50' } },
      conduct,
      facts: { subjectCode: 'EC-2019-03' },
    });
  const all = LINES.flatMap((modality) => candidacies.map((id) => ({ id, body: body(modality) })));
  return {
    commands: all.map(({ id, body: text }) => ({ path: `/api/v1/candidacies/${id}/case-studies`, body: text })),
    empty: all.map(({ id, body: text }) => ({ path: `/api/v1/empty/${id}`, body: text })),
  };
}

/** The next requests that nobody has sent: a place is recorded once. */
function take<Item>(items: Item[]): Item[] {
  return items.splice(0, Math.ceil(items.length / ROUNDS));
}

function repeated<Item>(items: readonly Item[]): Item[] {
  return Array.from({ length: 20_000 }, (_, index) => items[index % items.length]!);
}

async function perSecond(client: ChildProcess, load: Load): Promise<number> {
  client.send(load);
  const [answer] = (await once(client, 'message')) as [{ perSecond?: number; failed?: string }];
  if (answer.perSecond === undefined) throw new Error(answer.failed);
  return answer.perSecond;
}
