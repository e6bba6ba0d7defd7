import { type Refusal, refuse } from '@minutier/ledger';

import type { Person, RightsRequest } from './person.state.js';

export type OpenRequestRefusal = 'REQUEST_UNKNOWN' | 'REQUEST_ANSWERED';

/** The request that awaits its answer, or why there is none. */
export function openRequest({ requests }: Person, requestId: string): RightsRequest | Refusal<OpenRequestRefusal> {
  const request = requests.get(requestId);
  if (!request) {
    return refuse(
      'REQUEST_UNKNOWN',
      undefined,
      'Cette personne n’a pas fait cette demande.',
      'This person made no such request.',
    );
  }
  if (!request.answered) return request;
  return refuse('REQUEST_ANSWERED', undefined, 'Cette demande est traitée.', 'This request is answered.');
}
