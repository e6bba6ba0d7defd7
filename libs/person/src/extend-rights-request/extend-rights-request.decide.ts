import { reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, refuse, type SealedCommand } from '@minutier/ledger';

import { monthsAfter } from '../deadlines.js';
import { openRequest, type OpenRequestRefusal } from '../open-request.js';
import { refusedFuture } from '../person-refusals.js';
import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { ExtendRightsRequest } from './extend-rights-request.command.js';

export type ExtendRightsRequestRefusal =
  OpenRequestRefusal | 'DATE_IN_FUTURE' | 'EXTENSION_TOO_LATE' | 'EXTENSION_TOO_LONG';

/** Two further months at most, and the person is told so within the first (GDPR, art. 12(3)). */
export function extendRightsRequest(
  command: SealedCommand<ExtendRightsRequest>,
  person: Person,
): Decision<PersonEvent, ExtendRightsRequestRefusal> {
  const { requestId, dueBy, toldOn, context } = command;
  const request = openRequest(person, requestId);
  if (isRefusal(request)) return request;
  const future = refusedFuture(toldOn, context.today, '/toldOn');
  if (future) return future;
  const [firstMonth, longest] = [monthsAfter(request.receivedOn, 1), monthsAfter(request.receivedOn, 3)];
  if (toldOn > firstMonth) {
    return refuse(
      'EXTENSION_TOO_LATE',
      '/toldOn',
      `La personne devait en être informée au plus tard le ${firstMonth}.`,
      `The person had to be told by ${firstMonth}.`,
    );
  }
  if (dueBy > longest) {
    return refuse(
      'EXTENSION_TOO_LONG',
      '/dueBy',
      `La réponse est due au plus tard le ${longest}.`,
      `The answer is due by ${longest} at the latest.`,
    );
  }
  return [{ type: 'DataRequestExtended', data: { requestId, dueBy, toldOn, reason: reasonOf(command) } }];
}
