import EX13 from '../../golden/types/EX13.json';
import { EX11 } from './ex11';
import { FORM_DEFINITIONS, formDefinition, publishDefinition, publishedDefinitions } from './registry';

describe('publishing a definition that came as data', () => {
  it('names what is wrong and publishes nothing of it', () => {
    const before = publishedDefinitions().length;
    expect(publishDefinition(null)).not.toEqual([]);
    expect(publishDefinition({ ...EX13, title: { ro: 'Document' } })).not.toEqual([]);
    const withoutLists = publishDefinition({ ...EX13, codeLists: {} });
    expect(withoutLists.filter(({ code }) => code === 'listMissing').length).toBeGreaterThan(0);
    expect(publishedDefinitions()).toHaveLength(before);
    expect(formDefinition('EX13')).toBeNull();
  });

  it('derives the schema a file leaves out, and is the same when read twice', () => {
    expect(publishDefinition(EX13)).toEqual([]);
    expect(publishDefinition(structuredClone(EX13))).toEqual([]);
    expect(publishedDefinitions()).toHaveLength(FORM_DEFINITIONS.length + 1);
    expect(formDefinition('EX13')?.request.schema['properties']).toHaveProperty('document');
  });

  it('never lets a published version become another', () => {
    expect(publishDefinition({ ...EX11, fourEyes: { request: true, answer: false } })).toEqual([
      { code: 'publishedOtherwise', place: 'EX11@1' },
    ]);
    expect(formDefinition('EX11', 1)).toBe(EX11);
  });
});
