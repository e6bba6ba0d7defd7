import { specification } from '@minutier/testing';

import { adoptRules, type AdoptRulesRefusal } from './adopt-rules/adopt-rules.decide.js';
import type { Route } from './framework.events.js';
import { framework } from './framework.examples.js';
import { adoption, rules, ruled } from './rules.examples.js';
import { findLine, ruleOf, rulesStream } from './rules.state.js';
import type { SubstituteLineInput } from './rules-lines-input.js';

const { given } = specification(rulesStream, adoptRules);
type Changes = Parameters<typeof adoption>[0];
const adopting = (changes: Changes) => given().when(adoption(changes), framework());

const line = (code: string, changes: Partial<SubstituteLineInput> = {}): SubstituteLineInput => ({
  line: code,
  labelExact: 'Entretien sur dossier',
  kind: 'vae-interview',
  work: 'individual',
  oral: true,
  replaces: { level: 'block', codes: ['RNCP28684BC01'] },
  routes: ['VAE'],
  scale: 'twenty',
  coefficient: '1',
  missing: 'blocks',
  justifiedAbsence: 'blocks',
  unjustifiedAbsence: 'zero',
  countingAttempt: 'last',
  expectedOccurrences: 1,
  ...changes,
});

describe('lines of the rules’ own', () => {
  it('stand beside the fiche’s, and are sat by their routes (A19)', () => {
    const adopted = rules({ substituteLines: [line('VAE-BC01')] });
    expect(findLine(framework(), adopted, 'VAE-BC01')).toMatchObject({
      kind: 'vae-interview',
      written: null,
      oral: true,
    });
    expect(ruleOf(adopted, 'VAE-BC01')).toMatchObject({ scale: 'twenty', routes: ['VAE'], floor: null });
    expect(adopted.items).toContainEqual({ type: 'SubstituteLineAdopted', count: 1 });
  });

  it('may be several for one thing, weighed against each other', () => {
    const file = line('VAE-DOSSIER', { kind: 'vae-file', coefficient: '2' });
    expect(rules({ substituteLines: [file, line('VAE-ENTRETIEN')] }).substituteLines).toHaveLength(2);
  });

  it('take their routes from the lines of the fiche that they replace', () => {
    const individual = line('CL-F6', {
      replaces: { level: 'function', codes: ['F6'] },
      routes: ['CL'],
      kind: 'case-study',
    });
    const adopted = rules({ substituteLines: [individual] });
    const routes = (code: string): readonly Route[] => ruleOf(adopted, code)!.routes;
    expect(routes('F6-M1')).toEqual(['FI', 'CA', 'FC', 'CQ']);
    expect(routes('F7-M1')).toEqual(['FI', 'CA', 'FC', 'CQ', 'CL']);
  });

  it('leave two routes each their own substitute', () => {
    const lines = [line('VAE-BC01'), line('CL-BC01', { routes: ['CL'] })];
    expect(rules({ substituteLines: lines }).substituteLines).toHaveLength(2);
  });

  const block = { level: 'block' as const, codes: ['RNCP28684BC02'] };
  const refusals: [sentence: string, Changes, AdoptRulesRefusal, pointer: string][] = [
    ['with the code of a line of the fiche', { substituteLines: [line('F8-M1')] }, 'LINE_CODE_REPEATED', '0/line'],
    [
      'with the code of another of theirs',
      { substituteLines: [line('VAE'), line('VAE')] },
      'LINE_CODE_REPEATED',
      '1/line',
    ],
    [
      'for a block that the fiche has not',
      { substituteLines: [line('VAE', { replaces: { level: 'block', codes: ['RNCP28684BC01', 'BC9'] } })] },
      'BLOCK_UNKNOWN',
      '0/replaces/codes/1',
    ],
    [
      'for a function that the fiche has not',
      { substituteLines: [line('VAE', { replaces: { level: 'function', codes: ['F10'] } })] },
      'FUNCTION_UNKNOWN',
      '0/replaces/codes/0',
    ],
    [
      'for a line that the fiche has not',
      { substituteLines: [line('VAE', { replaces: { level: 'modality', codes: ['F8-M9'] } })] },
      'MODALITY_UNKNOWN',
      '0/replaces/codes/0',
    ],
    [
      'for one thing named twice',
      { substituteLines: [line('VAE', { replaces: { level: 'function', codes: ['F6', 'F6'] } })] },
      'RULE_REPEATED',
      '0/replaces/codes/1',
    ],
    [
      'on a scale that is not defined',
      { substituteLines: [line('VAE', { scale: 'ten' })] },
      'SCALE_UNKNOWN',
      '0/scale',
    ],
    [
      'with a floor off the scale',
      { substituteLines: [line('VAE', { floor: '21' })] },
      'THRESHOLD_OFF_SCALE',
      '0/floor',
    ],
    [
      'where nothing of what they replace counts',
      { substituteLines: [line('VAE', { coefficient: '0' }), line('VAE-2', { coefficient: '0' })] },
      'COEFFICIENTS_ALL_ZERO',
      '0/coefficient',
    ],
    [
      'where one route would have two for one line',
      {
        substituteLines: [
          line('VAE-BC02', { replaces: block }),
          line('VAE-F6', { replaces: { level: 'function', codes: ['F6'] }, routes: ['CL', 'VAE'] }),
        ],
      },
      'REPLACED_TWICE',
      '1/replaces',
    ],
  ];

  it.each(refusals)('are refused %s', (_sentence, changes, code, pointer) => {
    adopting(changes).thenRefuses(code, `/substituteLines/${pointer}`);
  });

  it('are refused where the same route still sits the line that they replace', () => {
    adopting({
      substituteLines: [line('VAE-BC01')],
      modalityRules: [...ruled(['F1-M1'], { routes: ['VAE'] }), ...ruled(['F8-M1'], { routes: ['FI', 'VAE'] })],
    }).thenRefuses('REPLACED_TWICE', '/modalityRules/1/routes');
  });
});
