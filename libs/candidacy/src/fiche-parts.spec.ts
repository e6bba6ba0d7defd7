import { framework } from '../../framework/src/framework.examples.js';
import { partOf } from './fiche-parts.js';
import { BC01 } from './recognition.examples.js';

describe('a part of a fiche', () => {
  it('holds the lines below it, and knows its block by code and label', () => {
    const label = "Mesurer l'efficacité du projet de communication 360°";
    const block = partOf(framework(), 'block', BC01)!;
    expect(block).toMatchObject({ label, block: { code: BC01, label } });
    expect(block.modalities).toEqual(['F8-M1', 'F8-M2', 'F8-M3', 'F9-M1', 'F9-M2', 'F9-M3']);
    expect(partOf(framework(), 'function', 'F9')).toMatchObject({
      block: { code: BC01, label },
      codes: { block: BC01, function: 'F9', modality: null },
      modalities: ['F9-M1', 'F9-M2', 'F9-M3'],
    });
    expect(partOf(framework(), 'modality', 'F9-M2')).toMatchObject({
      codes: { block: BC01, function: 'F9', modality: 'F9-M2' },
      modalities: ['F9-M2'],
    });
  });

  it('is found at its own level only', () => {
    expect(partOf(framework(), 'block', 'F9')).toBeUndefined();
    expect(partOf(framework(), 'function', BC01)).toBeUndefined();
    expect(partOf(framework(), 'modality', 'F9')).toBeUndefined();
  });
});
