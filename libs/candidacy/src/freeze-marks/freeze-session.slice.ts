import { cohortStream } from '@minutier/cohort';
import { commandOf, commandSlice } from '@minutier/intake';
import { CommandRefused, Ledger, Views } from '@minutier/ledger';
import { PersonErased } from '@minutier/vault';

import { candidacyStream } from '../candidacy.state.js';
import { enrolledIn } from '../enrolled-list.js';
import { FreezeMarks } from './freeze-marks.command.js';
import { freezeMarks } from './freeze-marks.decide.js';
import { type CandidacyFreeze, FreezeSession } from './freeze-session.command.js';
import { contextOf, isUnderWay, refusedFreeze } from './freeze-session.decide.js';

type Outcome = Omit<CandidacyFreeze, 'candidacyId' | 'candidateNumber'>;

export const freezeSessionSlice = commandSlice(FreezeSession, {
  post: 'cohorts/:cohortId/sessions/:session/freezes',
  tag: 'cohorts',
  summary: 'Arrête les notes d’une session pour tous les candidats en cours de la promotion',
  needs: [Ledger, Views],
  async execute(command, ledger, views) {
    const { cohortId, session } = command;
    const { state: cohort } = await ledger.load(cohortStream, cohortId);
    const refusal = refusedFreeze(command, cohort);
    if (refusal) throw new CommandRefused(refusal.refused, refusal.because, refusal.pointer);
    const asOf = await views.at({});
    const candidacies: CandidacyFreeze[] = [];
    for (const { candidacyId, candidateNumber } of await enrolledIn(views, cohortId, asOf)) {
      const { state: candidacy } = await ledger.load(candidacyStream, candidacyId);
      if (!isUnderWay(candidacy)) continue;
      const freeze = freezeOf(command, candidacyId);
      const outcome = await settled(async () => {
        const { stream, revision } = await ledger.execute(candidacyStream, candidacyId, freeze, (sealed, state) =>
          freezeMarks(sealed, state, cohort),
        );
        return `${stream}@${revision}`;
      });
      candidacies.push({ candidacyId, candidateNumber, ...outcome });
    }
    return { cohortId, session, candidacies, asOf };
  },
});

function freezeOf(
  { context, session, reason, explanation, authority }: FreezeSession,
  candidacyId: string,
): FreezeMarks {
  const said = explanation === undefined ? {} : { explanation };
  return commandOf(FreezeMarks, { candidacyId, session, reason, authority, ...said }, contextOf(context, candidacyId));
}

/** What one candidacy answers for good; anything else, such as a store out of reach, ends the whole, to be sent again. */
async function settled(freezing: () => Promise<string>): Promise<Outcome> {
  try {
    return { outcome: 'frozen', refused: null, because: null, receipt: await freezing() };
  } catch (error) {
    if (error instanceof CommandRefused) {
      const { code: refused, because } = error;
      return { outcome: refused === 'ALREADY_FROZEN' ? 'already-frozen' : 'refused', refused, because, receipt: null };
    }
    if (!(error instanceof PersonErased)) throw error;
    const because = {
      fr: 'La clé de cette personne a été détruite : arrêtez ses notes sans texte.',
      en: 'The key of this person was destroyed: freeze these marks without a text.',
    };
    return { outcome: 'refused', refused: error.code, because, receipt: null };
  }
}
