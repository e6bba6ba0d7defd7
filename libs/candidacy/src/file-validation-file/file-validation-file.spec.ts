import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import type { Deadline } from '@minutier/framework';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { lastDay } from '../deadlines.js';
import { FEASIBILITY_ID, feasibilityDecided, FILE_ID, frame, validationFileFiled } from '../enrolment.examples.js';
import type { FileValidationFile } from './file-validation-file.command.js';
import { fileValidationFile } from './file-validation-file.decide.js';

type Command = SealedCommand<FileValidationFile> & { readonly fileId: string };
const { given } = specification(candidacyStream, fileValidationFile);
const filing = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    fileId: FILE_ID,
    feasibilityId: FEASIBILITY_ID,
    filedOn: '2019-02-20',
    scope: 'title',
    document: 'VAE-2019-0012',
    ...changes,
  });
const experienced = enrolled({ route: 'VAE' });
const [FIRST, SECOND] = ['RNCP28684BC01', 'RNCP28684BC02'] as const;
const ofBlocks = (...blocks: readonly string[]) => ({ scope: 'blocks' as const, blocks });
const deadline = (changes: Partial<Deadline> = {}): Deadline => ({
  duty: 'vae-jury',
  subject: null,
  amount: 3,
  unit: 'months',
  startsFrom: 'file-filed',
  countsFrom: 'receipt',
  ...changes,
});

describe('filing a VAE validation file', () => {
  it('is on an admissible request, until its last day', () => {
    given(experienced, feasibilityDecided()).when(filing(), frame()).then(validationFileFiled());
    given(experienced, feasibilityDecided())
      .when(filing({ filedOn: '2019-11-20' }), frame())
      .then(validationFileFiled({ filedOn: '2019-11-20' }));
  });

  it('starts the time that the rules give the jury, where they give one', () => {
    given(experienced, feasibilityDecided())
      .when(filing(), frame([deadline()]))
      .then(validationFileFiled({ juryDueBy: '2019-05-20' }));
    for (const other of [deadline({ duty: 'vae-notification' }), deadline({ startsFrom: 'request' })])
      given(experienced, feasibilityDecided())
        .when(filing(), frame([other]))
        .then(validationFileFiled());
  });

  it('may ask for a part of what was admitted', () => {
    given(experienced, feasibilityDecided())
      .when(filing(ofBlocks(SECOND)), frame())
      .then(validationFileFiled(ofBlocks(SECOND)));
    given(experienced, feasibilityDecided(ofBlocks(FIRST, SECOND)))
      .when(filing(ofBlocks(FIRST)), frame())
      .then(validationFileFiled(ofBlocks(FIRST)));
  });

  it('is refused without a request that was admitted by that day', () => {
    given(experienced).when(filing(), frame()).thenRefuses('NOT_ADMISSIBLE', '/feasibilityId');
    const refused = feasibilityDecided({ admissible: false, reason: { code: 'file-incomplete', text: null } });
    given(experienced, refused).when(filing(), frame()).thenRefuses('NOT_ADMISSIBLE', '/feasibilityId');
    given(experienced, feasibilityDecided())
      .when(filing({ filedOn: '2018-11-19' }), frame())
      .thenRefuses('NOT_ADMISSIBLE', '/filedOn');
  });

  it('is refused for more than was admitted', () => {
    const request = feasibilityDecided(ofBlocks(FIRST));
    given(experienced, request).when(filing(), frame()).thenRefuses('NOT_ADMISSIBLE', '/scope');
    given(experienced, request)
      .when(filing(ofBlocks(FIRST, SECOND)), frame())
      .thenRefuses('NOT_ADMISSIBLE', '/blocks/1');
  });

  it('is refused after the last day', () => {
    given(experienced, feasibilityDecided())
      .when(filing({ filedOn: '2019-11-21' }), frame())
      .thenRefuses('FILED_TOO_LATE', '/filedOn');
  });

  it('is refused twice for the same, not for blocks that a file for the title left open', () => {
    const title = [experienced, feasibilityDecided(), validationFileFiled()] as const;
    given(...title)
      .when(filing(), frame())
      .thenRefuses('FILE_ALREADY_FILED', '/scope');
    given(...title)
      .when(filing(ofBlocks(FIRST)), frame())
      .then(validationFileFiled(ofBlocks(FIRST)));
    const block = [experienced, feasibilityDecided(), validationFileFiled(ofBlocks(FIRST))] as const;
    given(...block)
      .when(filing(ofBlocks(SECOND, FIRST)), frame())
      .thenRefuses('FILE_ALREADY_FILED', '/scope');
    given(...block)
      .when(filing(ofBlocks(SECOND)), frame())
      .then(validationFileFiled(ofBlocks(SECOND)));
  });

  it('is refused when blocks and scope contradict each other, or the fiche has no such block', () => {
    given(experienced, feasibilityDecided())
      .when(filing({ blocks: [FIRST] }), frame())
      .thenRefuses('SCOPE_MISMATCH', '/blocks');
    given(experienced, feasibilityDecided())
      .when(filing(ofBlocks('RNCP28684BC09')), frame())
      .thenRefuses('BLOCK_UNKNOWN', '/blocks/0');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(filing(), undefined).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});

describe('the last day of a deadline', () => {
  it.each([
    ['2019-02-20', 3, 'months', '2019-05-20'],
    ['2018-11-30', 3, 'months', '2019-02-28'],
    ['2019-11-30', 3, 'months', '2020-02-29'],
    ['2019-02-28', 1, 'days', '2019-03-01'],
    ['2016-02-29', 5, 'years', '2021-02-28'],
  ] as const)('of %s and %s %s is %s', (startsOn, amount, unit, due) => {
    expect(lastDay({ amount, unit }, startsOn)).toBe(due);
  });
});
