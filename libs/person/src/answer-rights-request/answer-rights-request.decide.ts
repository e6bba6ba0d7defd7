import { authorityOf } from '@minutier/framework';
import { type Decision, isRefusal, type KeyedDigest, refuse, type SealedCommand } from '@minutier/ledger';

import { openRequest, type OpenRequestRefusal } from '../open-request.js';
import { refusedFuture } from '../person-refusals.js';
import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { AnswerRightsRequest } from './answer-rights-request.command.js';

export type AnswerRightsRequestRefusal =
  OpenRequestRefusal | 'DATE_IN_FUTURE' | 'GROUND_REQUIRED' | 'GROUND_UNEXPECTED';

/** A request is answered once; where not all of it is granted, the ground is said. */
export function answerRightsRequest(
  command: SealedCommand<AnswerRightsRequest> & { readonly digest: KeyedDigest | null },
  person: Person,
): Decision<PersonEvent, AnswerRightsRequestRefusal> {
  const { requestId, answeredOn, answer, ground, copy, digest, proof, authority, context } = command;
  const request = openRequest(person, requestId);
  if (isRefusal(request)) return request;
  const refusal = refusedFuture(answeredOn, context.today, '/answeredOn') ?? refusedGround(answer, ground);
  if (refusal) return refusal;
  return [
    {
      type: 'DataRequestAnswered',
      data: {
        requestId,
        answeredOn,
        answer,
        ground: ground ?? null,
        ordinal: copy?.ordinal ?? null,
        digest,
        proof: proof ?? null,
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedGround(answer: AnswerRightsRequest['answer'], ground: AnswerRightsRequest['ground']) {
  if (answer !== 'granted' && ground === undefined) {
    return refuse(
      'GROUND_REQUIRED',
      '/ground',
      'Tout n’est pas accordé : dites pour quel motif de droit.',
      'Not all is granted: say on what ground.',
    );
  }
  if (answer !== 'granted' || ground === undefined) return undefined;
  return refuse(
    'GROUND_UNEXPECTED',
    '/ground',
    'Tout est accordé : il n’y a pas de motif de refus.',
    'All is granted: there is no ground for a refusal.',
  );
}
