/** The rules that the story's institution adopted for the fiche: no constant of the product, one possible answer to A17. */
export const RULES_ID = 'reglement-28684';

/** Lines whose kinds of evaluation this ledger does not record yet: exercises, tutored projects, the professional report. */
const NOT_RECORDED = [
  ...['F1-M3', 'F2-M3', 'F4-M2', 'F5-M3', 'F6-M4', 'F7-M2', 'F8-M3', 'F9-M3'],
  ...['F2-M1', 'F2-M2', 'F6-M2'],
];

const IN_COMPANY = ['FI', 'FC', 'CQ'];

export const ADOPTED_RULES = {
  rulesId: RULES_ID,
  framework: { number: 'RNCP28684', version: 1 },
  authority: { code: 'pedagogical-council', document: 'PV-CP-2018-06' },
  adoptedOn: '2018-06-28',
  scales: [{ code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' }],
  referenceScale: 'twenty',
  blockRule: { threshold: '10', functionFloor: '7' },
  titleRule: { everyBlock: true, compensationBetweenBlocks: false, threshold: '10' },
  mentions: [
    { code: 'assez-bien', label: 'Mention assez bien', from: '12' },
    { code: 'bien', label: 'Mention bien', from: '14' },
    { code: 'tres-bien', label: 'Mention très bien', from: '16' },
  ],
  partialReading: 'all-listed',
  functionCoefficients: [
    { function: 'F6', coefficient: '2' },
    { function: 'F3', coefficient: '1.5' },
  ],
  blockCoefficients: [{ block: 'RNCP28684BC02', coefficient: '2' }],
  modalityRules: [
    ...NOT_RECORDED.map((modality) => ({
      modality,
      missing: 'neutral',
      ...(modality === 'F6-M2' ? { routes: IN_COMPANY } : {}),
    })),
    // The individual candidate has no company behind him.
    { modality: 'F6-M1', coefficient: '2', routes: IN_COMPANY },
    { modality: 'F6-M3', coefficient: '3', floor: '8' },
    { modality: 'F1-M2', coefficient: '2' },
    { modality: 'F3-M2', coefficient: '2' },
    { modality: 'F5-M2', coefficient: '2' },
    { modality: 'F8-M2', coefficient: '2', floor: '6' },
    { modality: 'F9-M2', coefficient: '2' },
  ],
} as const;
