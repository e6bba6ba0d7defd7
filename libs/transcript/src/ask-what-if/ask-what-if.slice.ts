import { candidacyStream, candidateFile } from '@minutier/candidacy';
import { rulesStream } from '@minutier/framework';
import { commandSlice, InputInvalid } from '@minutier/intake';
import { CommandRefused, isRefusal, Ledger, Views } from '@minutier/ledger';

import { transcriptResults } from '../results.js';
import { Transcripts } from '../transcripts.js';
import { AskWhatIf, type WhatIfAnswer } from './ask-what-if.command.js';
import { refusedMarked, rulesAsked, whatIfResult } from './ask-what-if.decide.js';

export const askWhatIfSlice = commandSlice(AskWhatIf, {
  post: 'rules/:rulesId/what-if',
  tag: 'rules',
  summary: 'Quels candidats d’une promotion changeraient sous un autre règlement ? Rien n’est enregistré',
  records: false,
  needs: [Ledger, Views, Transcripts],
  async execute(command, ledger, views, transcripts): Promise<WhatIfAnswer> {
    const asOf = await views.at({});
    const pins = await transcripts.pinsOf(command.cohortId, asOf);
    if (!pins) throw new InputInvalid([{ code: 'NOT_FOUND' }], 404);
    const { cohort, framework, rules: now } = pins;
    const then = rulesAsked(command, (await ledger.load(rulesStream, command.rulesId)).state, framework);
    if (isRefusal(then)) throw new CommandRefused(then.refused, then.because, then.pointer);
    const files = await views.find(
      candidateFile,
      { where: { cohortId: command.cohortId }, orderBy: 'candidateNumber' },
      asOf,
    );
    const marks = await Promise.all(files.map(({ row }) => transcripts.marksOf(row, asOf)));
    const dropped = refusedMarked(command, then, marks);
    if (dropped) throw new CommandRefused(dropped.refused, dropped.because, dropped.pointer);
    const compared = await Promise.all(
      files.map(async ({ row }, index) => {
        const revision = await views.revisionOf(candidacyStream, row.candidacyId, asOf);
        const { results } = await transcripts.resultsOf({ ...row, revision }, pins, asOf);
        const [before, after] = [
          whatIfResult(results),
          whatIfResult(transcriptResults(framework, then, marks[index]!)),
        ];
        const { candidacyId, candidateNumber } = row;
        return { candidacyId, candidateNumber, now: before, then: after };
      }),
    );
    const changed = compared.filter((one) => JSON.stringify(one.now) !== JSON.stringify(one.then));
    return {
      cohort: { id: command.cohortId, code: cohort.code },
      now: { id: now.rulesId, version: now.version },
      then: { id: then.rulesId, version: then.version, adopted: command.draft === undefined },
      changed,
      unchanged: compared.length - changed.length,
      asOf,
    };
  },
});
