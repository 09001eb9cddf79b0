import { comparedRows } from './compared';
import type { DescribedFields } from './shown-differences';

const fields = (said: Readonly<Record<string, string | null>>): DescribedFields =>
  new Map(
    Object.entries(said).map(([id, text]) => [
      id,
      { section: 'S', label: id, value: text === null ? null : ({ kind: 'text', text } as const) },
    ]),
  );

describe('what was sent beside what it is corrected to', () => {
  it('stands line by line in the order of the form, and marks what says something else', () => {
    const rows = comparedRows(
      ['street', 'town', 'since'],
      fields({ town: 'Dobrich', street: '12' }),
      fields({ street: '21', town: 'Dobrich', since: '2024' }),
    );
    expect(rows.map(({ id, changed }) => [id, changed])).toEqual([
      ['street', true],
      ['town', false],
      ['since', true],
    ]);
    expect(rows[2]).toMatchObject({ before: null, after: { kind: 'text', text: '2024' } });
  });

  it('shows what was taken away, under the name it had', () => {
    expect(comparedRows(['note'], fields({ note: 'x' }), fields({}))).toEqual([
      {
        id: 'note',
        section: 'S',
        label: 'note',
        before: { kind: 'text', text: 'x' },
        after: null,
        changed: true,
      },
    ]);
  });

  it('says nothing of what nobody filled in, nor of what the form does not have', () => {
    expect(comparedRows(['a', 'b'], fields({ a: null }), fields({ a: null, c: 'x' }))).toEqual([]);
  });
});
