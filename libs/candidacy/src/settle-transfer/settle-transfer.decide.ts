import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { refusedAbsent } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { SettleTransfer } from './settle-transfer.command.js';

export type SettleTransferRefusal = 'CANDIDACY_NOT_FOUND' | 'NO_REFUSED_TRANSFER';

/** What a refused transfer becomes is a person's to say, once. */
export function settleTransfer(
  command: SealedCommand<SettleTransfer>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, SettleTransferRefusal> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const { toCandidacyId, settlement, authority } = command;
  const { transfer } = candidacy;
  if (transfer === null || transfer.refused === null || transfer.toCandidacyId !== toCandidacyId)
    return refuse(
      'NO_REFUSED_TRANSFER',
      undefined,
      'Aucun transfert refusé vers ce dossier n’attend d’être réglé.',
      'No refused transfer to this file waits to be settled.',
    );
  return [
    {
      type: 'TransferSettled',
      data: { toCandidacyId, settlement, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
