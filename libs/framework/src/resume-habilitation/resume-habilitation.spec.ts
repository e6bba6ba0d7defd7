import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  CENTRE_ID,
  centreRegistered,
  habilitationGranted,
  habilitationResumed,
  habilitationSuspended,
  habilitationWithdrawn,
} from '../centre.examples.js';
import { centreStream } from '../centre.state.js';
import type { ResumeHabilitation } from './resume-habilitation.command.js';
import { resumeHabilitation } from './resume-habilitation.decide.js';

type Command = SealedCommand<ResumeHabilitation>;

const { given } = specification(centreStream, resumeHabilitation);
const entitled = [centreRegistered(), habilitationGranted()];
const resuming = (changes: Partial<Command> = {}) => {
  const { authority, ...fields } = habilitationResumed().data;
  const given = { authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), centreId: CENTRE_ID, ...fields, ...given, ...changes });
};

describe('resuming an entitlement', () => {
  it('ends a suspension without end', () => {
    given(...entitled, habilitationSuspended())
      .when(resuming())
      .then(habilitationResumed());
  });

  it('lifts a suspension before its last day', () => {
    given(...entitled, habilitationSuspended({ until: '2019-04-30' }))
      .when(resuming())
      .then(habilitationResumed());
  });

  it('is refused where it is not suspended on that day: never, not yet, or no more', () => {
    given(...entitled)
      .when(resuming())
      .thenRefuses('NOT_SUSPENDED', '/from');
    given(...entitled, habilitationSuspended())
      .when(resuming({ from: '2019-01-31' }))
      .thenRefuses('NOT_SUSPENDED', '/from');
    given(...entitled, habilitationSuspended(), habilitationResumed())
      .when(resuming({ from: '2019-03-02' }))
      .thenRefuses('NOT_SUSPENDED', '/from');
  });

  it('brings back no entitlement that has ended meanwhile', () => {
    given(...entitled, habilitationSuspended(), habilitationWithdrawn({ effectiveOn: '2019-02-15' }))
      .when(resuming())
      .thenRefuses('NOT_SUSPENDED', '/from');
  });

  it('is refused of an entitlement that is not there', () => {
    given(centreRegistered()).when(resuming()).thenRefuses('HABILITATION_UNKNOWN');
  });
});
