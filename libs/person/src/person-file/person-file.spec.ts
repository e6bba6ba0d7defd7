import { logged, projected } from '@minutier/testing';

import { identityRecorded, PERSON_ID } from '../person.examples.js';
import { personFile } from './person-file.projection.js';

describe('a person’s file', () => {
  it('says which version of the identity stands, and never what it says', () => {
    const rows = projected(personFile, [logged(`person-${PERSON_ID}`, identityRecorded())]);
    expect(rows).toEqual(new Map([[PERSON_ID, identityRecorded().data]]));
  });
});
