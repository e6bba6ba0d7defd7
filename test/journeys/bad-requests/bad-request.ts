import type { Answer, LedgerClient, RequestHeaders, RunningLedger } from '@minutier/testing';

import type { Classroom } from '../classroom.js';

/** What stands in the ledger before the first bad request. */
export interface Scene extends Classroom {
  readonly ledger: RunningLedger;
  readonly registrar: LedgerClient;
  /** Has one case study, on F1-M1, recorded under `usedKey`; the other candidates have nothing. */
  readonly candidacy: string;
  readonly evaluationId: string;
  readonly usedKey: string;
  /** A person who is enrolled nowhere. */
  readonly personId: string;
}

/** A request as it goes out; a POST by the registrar where it does not say otherwise. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  /** A header that is undefined is not sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/**
 * One line of a table: what is wrong, the request, the status and code of the refusal, and where the fault is: a JSON
 * pointer into the body, `?name` for a parameter or header, null where it is in no place.
 */
export type BadRequest = readonly [
  name: string,
  request: (scene: Scene) => Sent,
  status: number,
  code: string,
  where: string | null,
];

export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** Sends it as it stands: a body that is a string or bytes goes untouched. */
export function send(scene: Scene, { method = 'POST', path, body, headers }: Sent, language?: string): Promise<Answer> {
  const given = {
    ...(method === 'POST' ? { 'content-type': 'application/json', ...scene.registrar.credentials } : {}),
    ...(language === undefined ? {} : { 'accept-language': language }),
    ...headers,
  };
  const sent = Object.entries(given).filter((header): header is [string, string] => header[1] !== undefined);
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  return scene.registrar.send(path, {
    method,
    headers: Object.fromEntries(sent) satisfies RequestHeaders,
    ...(body === undefined ? {} : { body: isRaw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body) }),
  });
}
