import { candidateFile, evaluationList } from '@minutier/candidacy';
import { centreList, type Habilitation, isInEffect, type RegisteredCentre } from '@minutier/framework';
import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';

/** Who held an evaluation, and whether that centre was entitled to on that day. */
export interface EvaluationCentre {
  readonly evaluationId: string;
  readonly heldOn: string;
  /** Null: the certifier itself, who needs no entitlement. */
  readonly centreId: string | null;
  /** Null where none is named, or where nothing is known of it. */
  readonly centre: Pick<RegisteredCentre, 'code' | 'siret'> | null;
  /** Null where there is no registered centre of which to say it. */
  readonly entitled: boolean | null;
  /** The entitlement to evaluate that had effect on that day. */
  readonly habilitation: Habilitation | null;
  readonly asOf: LogMoment;
}

export const showEvaluationCentreSlice = readSlice('ShowEvaluationCentre', {
  get: 'candidacies/:candidacyId/evaluations/:evaluationId/centre',
  tag: 'evaluations',
  summary: 'Qui a organisé cette évaluation, et y était-il habilité ce jour-là ?',
  question: ReadQuestion,
  needs: [Views],
  async answer({ path: { candidacyId, evaluationId }, question }, views): Promise<EvaluationCentre> {
    const asOf = await views.at(question);
    const evaluation = await views.get(evaluationList, evaluationId, asOf);
    const { row } = found(evaluation?.row.candidacyId === candidacyId ? evaluation : undefined);
    const { centreId, heldOn } = row;
    const { number } = found(await views.get(candidateFile, candidacyId, asOf)).row.framework;
    const centre = centreId === null ? undefined : (await views.get(centreList, centreId, asOf))?.row;
    const habilitation = centre?.habilitations.find(
      (one) => one.number === number && one.scope.includes('evaluate') && isInEffect(one, heldOn),
    );
    return {
      evaluationId,
      heldOn,
      centreId,
      centre: centre ? { code: centre.code, siret: centre.siret } : null,
      entitled: centre ? habilitation !== undefined : null,
      habilitation: habilitation ?? null,
      asOf,
    };
  },
});
