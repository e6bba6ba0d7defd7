import { candidacyStream, type CandidacyEvent } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { absence, CANDIDACY_ID, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { frame, nothingHeld } from '../assessment.examples.js';
import { FILE_ID, frameOfVae, validationFileFiled, vaeFile, vaeFileAssessed } from '../kinds.examples.js';
import { assessVaeFile } from './assess-vae-file.decide.js';

const { given } = specification(candidacyStream, assessVaeFile);
const filed: CandidacyEvent[] = [enrolled({ route: 'VAE' }), validationFileFiled()];

describe('assessing the validation file of a VAE candidate (A19)', () => {
  it('records which file was read, and the findings by competency', () => {
    given(...filed)
      .when(vaeFile(), frameOfVae())
      .then(vaeFileAssessed());
  });

  it('may find nothing by competency', () => {
    given(...filed)
      .when(vaeFile({ facts: { fileId: FILE_ID, competencies: [] } }), frameOfVae())
      .then(vaeFileAssessed({ facts: { fileId: FILE_ID, competencies: [] } as never }));
  });

  it('gives a level where the rules’ line is on levels', () => {
    const outcome = { kind: 'result', result: { scale: 'apna', value: 'PA' } } as const;
    given(...filed)
      .when(vaeFile({ outcome }), frameOfVae({ scale: 'apna' }))
      .then(vaeFileAssessed({ outcome }));
  });

  it('records an absence without facts', () => {
    given(...filed)
      .when(nothingHeld(vaeFile(), absence()), frameOfVae())
      .then(vaeFileAssessed({ outcome: absence() }));
  });

  it('is refused over a file that the candidate has not filed', () => {
    given(enrolled({ route: 'VAE' }))
      .when(vaeFile(), frameOfVae())
      .thenRefuses('FILE_UNKNOWN', '/facts/fileId');
    given(...filed)
      .when(vaeFile({ facts: { fileId: CANDIDACY_ID, competencies: [] } }), frameOfVae())
      .thenRefuses('FILE_UNKNOWN', '/facts/fileId');
  });

  it('is refused on a line that the rules do not name, or not for the route', () => {
    given(...filed)
      .when(vaeFile(), frame())
      .thenRefuses('NOT_A_SUBSTITUTE_ON_ROUTE', '/modality');
    given(...filed)
      .when(vaeFile(), frameOfVae({ routes: ['CL'] }))
      .thenRefuses('NOT_A_SUBSTITUTE_ON_ROUTE', '/modality');
    given(enrolled(), validationFileFiled())
      .when(vaeFile(), frameOfVae())
      .thenRefuses('NOT_A_SUBSTITUTE_ON_ROUTE', '/modality');
  });

  it('is refused on a line of the fiche, and on the interview’s', () => {
    for (const modality of ['F8-M1', 'VAE-ENTRETIEN'])
      given(...filed)
        .when(vaeFile({ modality }), frameOfVae())
        .thenRefuses('KIND_MISMATCH', '/modality');
  });

  it('holds its findings to scales of the rules', () => {
    const finding = (scale: string, value: string) =>
      given(...filed).when(
        vaeFile({ facts: { fileId: FILE_ID, competencies: [{ code: 'A1-C1', result: { scale, value } }] } }),
        frameOfVae(),
      );
    finding('twenty', '12').facts();
    finding('apna', 'B').thenRefuses('LEVEL_UNKNOWN', '/facts/competencies/0/result/value');
    finding('hundred', '80').thenRefuses('SCALE_MISMATCH', '/facts/competencies/0/result/scale');
  });

  it('is refused without its facts, and to nobody', () => {
    const { facts: _facts, ...without } = vaeFile();
    given(...filed)
      .when(without, frameOfVae())
      .thenRefuses('FACTS_MISSING', '/facts');
    given().when(vaeFile(), frameOfVae()).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('is refused where an equivalence or a block carried over covers all that the line replaces', () => {
    const granted = (level: string, code: string): CandidacyEvent =>
      ({
        type: 'EquivalenceGranted',
        data: { equivalenceId: FILE_ID, level, code, decidedOn: '2018-11-05' },
      }) as unknown as CandidacyEvent;
    const carried = {
      type: 'BlockCarriedOver',
      data: { carryOverId: FILE_ID, block: 'RNCP28684BC02' },
    } as unknown as CandidacyEvent;
    for (const covering of [granted('block', 'RNCP28684BC02'), carried])
      given(...filed, covering)
        .when(vaeFile(), frameOfVae())
        .thenRefuses('PLACE_COVERED', '/modality');
    for (const other of [granted('block', 'RNCP28684BC03'), granted('function', 'F4'), granted('modality', 'F4-M1')])
      given(...filed, other)
        .when(vaeFile(), frameOfVae())
        .facts();
    const functions = (...codes: string[]) => frameOfVae({ replaces: { level: 'function', codes } });
    given(...filed, granted('function', 'F4'))
      .when(vaeFile(), functions('F4'))
      .thenRefuses('PLACE_COVERED', '/modality');
    given(...filed, granted('function', 'F4'))
      .when(vaeFile(), functions('F4', 'F5'))
      .facts();
  });
});
