import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { monthsAfter } from '../deadlines.js';
import { refusedFuture } from '../person-refusals.js';
import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { ReceiveRightsRequest } from './receive-rights-request.command.js';

/** A request is answered within a month of its reception (GDPR, art. 12(3)); one of each right is pending at a time. */
export function receiveRightsRequest(
  command: SealedCommand<ReceiveRightsRequest> & { readonly requestId: string },
  { requests }: Person,
): Decision<PersonEvent, 'DATE_IN_FUTURE' | 'REQUEST_PENDING'> {
  const { requestId, right, receivedOn, identityChecked, lodgedBy, document, context } = command;
  const refusal = refusedFuture(receivedOn, context.today, '/receivedOn');
  if (refusal) return refusal;
  const pending = [...requests.values()].find((request) => request.right === right && !request.answered);
  if (pending) {
    return refuse(
      'REQUEST_PENDING',
      '/right',
      `Une demande du même droit, reçue le ${pending.receivedOn}, attend sa réponse.`,
      `A request of the same right, received on ${pending.receivedOn}, awaits its answer.`,
    );
  }
  const dueBy = monthsAfter(receivedOn, 1);
  const data = { requestId, right, receivedOn, identityChecked, lodgedBy, dueBy, document: document ?? null };
  return [{ type: 'DataRequestReceived', data }];
}
