import { describe as describeContent } from './describe';
import { EX02 } from './types/ex02';
import { describeSubject } from './subject/subject';

const REQUEST = {
  purpose: 'CHANGE',
  address: { country: 'BG', locality: 'Балчик' },
  period: { from: '2026-01-01' },
  questions: { Q1: { asked: true, purpose: 'YEARLY_CHECK' }, Q3: { asked: true, purpose: 'CHANGE' } },
};
const ANSWER = {
  answers: {
    Q1: { gap: 'NK', gapNote: 'архив' },
    Q3: {
      alone: 'NO',
      members: [{ person: { familyName: 'Примерова', givenName: 'Ада' }, relation: 'SPOUSE' }],
    },
  },
};

describe('describing a request', () => {
  const sections = describeContent(EX02, 'request', REQUEST, 'ro');

  it('words codes in the reader’s language and leaves dates to the page', () => {
    const entries = new Map(
      sections.flatMap((section) => section.entries).map(({ path, value }) => [path, value]),
    );
    expect(entries.get('purpose')).toEqual({ kind: 'code', code: 'CHANGE', text: 'schimbare de situație' });
    expect(entries.get('background')).toBeNull();
    expect(entries.get('period')).toMatchObject({
      kind: 'group',
      entries: [{ label: 'De la', value: { kind: 'date', date: '2026-01-01' } }],
    });
    expect(entries.get('address')).toMatchObject({
      entries: [
        { label: 'Țara', value: { kind: 'code', code: 'BG', text: 'Bulgaria' } },
        { label: 'Localitatea', value: { kind: 'text', text: 'Балчик' } },
      ],
    });
  });

  it('lists the asked questions with their purposes, and no other', () => {
    const questions = sections.find(({ id }) => id === 'questions')?.entries ?? [];
    expect(questions.map(({ path, value }) => [path, value])).toEqual([
      ['questions.Q1', { kind: 'code', code: 'YEARLY_CHECK', text: 'verificare anuală' }],
      ['questions.Q3', { kind: 'code', code: 'CHANGE', text: 'schimbare de situație' }],
    ]);
  });
});

describe('describing an answer', () => {
  it('gives the same lines in both languages, and text only in the author’s', () => {
    const [ro, bg] = (['ro', 'bg'] as const).map((locale) =>
      describeContent(EX02, 'answer', ANSWER, locale, { request: REQUEST }),
    );
    const shape = (sections = ro) =>
      sections?.map(({ id, entries }) => [id, entries.map(({ path }) => path)]);
    expect(shape(bg)).toEqual(shape(ro));
    expect(ro?.map(({ title }) => title)).toEqual([
      'Adrese înregistrate',
      'Componența familiei (gospodăriei)',
      'Alte precizări',
    ]);
    expect(bg?.[1]?.entries[1]?.value).toEqual({
      kind: 'rows',
      columns: ['Лице', 'Връзка', 'От кога'],
      rows: [
        [
          {
            kind: 'group',
            entries: [
              {
                path: 'familyName',
                label: 'Фамилно име',
                personalData: true,
                value: { kind: 'text', text: 'Примерова' },
              },
              {
                path: 'givenName',
                label: 'Собствено име',
                personalData: true,
                value: { kind: 'text', text: 'Ада' },
              },
            ],
          },
          { kind: 'code', code: 'SPOUSE', text: 'съпруг или съпруга' },
          null,
        ],
      ],
    });
  });

  it('shows the gap instead of empty fields', () => {
    const [registered] = describeContent(EX02, 'answer', ANSWER, 'en', { request: REQUEST });
    expect(registered).toMatchObject({ question: 'Q1', gap: 'NK', gapNote: 'архив', entries: [] });
  });

  it('shows a code that left the list as it was sent', () => {
    const answer = { answers: { Q1: { gap: 'NK' }, Q3: { alone: 'OLD_CODE' } } };
    const sections = describeContent(EX02, 'answer', answer, 'en', { request: REQUEST });
    expect(sections[1]?.entries[0]?.value).toEqual({ kind: 'code', code: 'OLD_CODE', text: 'OLD_CODE' });
  });
});

describe('describing a person', () => {
  it('words the lists of the person block', () => {
    const sections = describeSubject({ familyName: 'Exemplu', sex: 'F', civilStatus: 'WIDOWED' }, 'bg');
    const values = sections.flatMap(({ entries }) => entries).filter(({ value }) => value !== null);
    expect(values.map(({ label }) => label)).toEqual(['Фамилно име', 'Пол', 'Семейно положение']);
  });
});
