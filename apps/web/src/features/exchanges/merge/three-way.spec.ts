import { formDefinition, valueAt, withValueAt, type JsonObject } from '@soc-coop/forms';
import { differences, mergeFields, mergeVersions, settledChoices } from './three-way';

const definition = formDefinition('EX02', 1);
if (definition === null) throw new Error('EX02 is published');
const fields = mergeFields('content', definition.answer);
const [one = '', two = '', three = ''] = fields.map(({ id }) => id).filter((id) => !id.endsWith('.gap'));
const gap = fields.find(({ id }) => id.endsWith('.gap'));

const write = (values: Readonly<Record<string, string>>): JsonObject =>
  Object.entries(values).reduce<JsonObject>(
    (written, [path, value]) => withValueAt(written, path, value),
    {},
  );
const base = write({ [one]: 'a', [two]: 'b', [three]: 'c' });

describe('two versions of one draft', () => {
  it('differ nowhere where both say the same, blank and absent alike', () => {
    const mine = write({ [one]: 'new ', [two]: 'b', [three]: '' });
    const theirs = write({ [one]: 'new', [two]: 'b' });
    expect(differences(fields, { base, mine, theirs })).toEqual([]);
  });

  it('know who changed a field: me, my colleague, or both of us', () => {
    const mine = write({ [one]: 'mine', [two]: 'b', [three]: 'mine' });
    const theirs = write({ [one]: 'a', [two]: 'theirs', [three]: 'theirs' });
    const found = differences(fields, { base, mine, theirs });
    expect(found).toEqual([
      { id: one, changedBy: 'MINE' },
      { id: two, changedBy: 'THEIRS' },
      { id: three, changedBy: 'BOTH' },
    ]);
    expect(settledChoices(found)).toEqual({ [one]: 'MINE', [two]: 'THEIRS' });
  });

  it('differ where one of us emptied what the other left alone', () => {
    const mine = write({ [two]: 'b', [three]: 'c' });
    expect(differences(fields, { base, mine, theirs: base })).toEqual([{ id: one, changedBy: 'MINE' }]);
  });
});

describe('the merged draft', () => {
  it('has of each field the version that was chosen', () => {
    const mine = write({ [one]: 'mine', [two]: 'mine', [three]: 'c' });
    const theirs = write({ [one]: 'theirs', [two]: 'theirs', [three]: 'c' });
    const merged = mergeVersions(fields, { mine, theirs }, { [one]: 'MINE', [two]: 'THEIRS' });
    expect([one, two, three].map((path) => valueAt(merged, path))).toEqual(['mine', 'theirs', 'c']);
  });

  it('loses a field that my version, which was chosen, no longer has', () => {
    const merged = mergeVersions(fields, { mine: {}, theirs: base }, { [one]: 'MINE' });
    expect(valueAt(merged, one)).toBeUndefined();
    expect(valueAt(merged, two)).toBe('b');
  });

  it('takes the reason of a gap together with its sentence', () => {
    if (gap === undefined) throw new Error('EX02 answers questions');
    const mine = write({ [gap.id]: 'NR', [`${gap.id}Note`]: 'my reason' });
    const theirs = write({ [gap.id]: 'NK', [`${gap.id}Note`]: 'their reason' });
    const merged = mergeVersions(fields, { mine, theirs }, { [gap.id]: 'MINE' });
    expect([valueAt(merged, gap.id), valueAt(merged, `${gap.id}Note`)]).toEqual(['NR', 'my reason']);
  });
});
