import { formDefinition } from '../types/registry';
import { validateRequest } from '../validate';
import { withoutPerson } from './without-person';

const definitionOf = (code: string) => {
  const definition = formDefinition(code);
  if (definition === null) throw new Error(`${code} is not published`);
  return definition;
};

describe('a request without its person', () => {
  const ex02 = definitionOf('EX02');
  const asked = {
    purpose: 'NEW_APPLICATION',
    address: { country: 'BG', locality: 'Добрич', street: 'ул. „Дунав“ 12' },
    period: { from: '2025-01-01', to: '2025-12-31' },
    questions: { Q1: { asked: true, purpose: 'NEW_APPLICATION' } },
    background: 'S-a mutat la sora sa.',
  };

  it('keeps purpose, period and questions, and nothing that tells about anybody', () => {
    expect(withoutPerson(ex02.request, asked)).toEqual({
      purpose: 'NEW_APPLICATION',
      period: { from: '2025-01-01', to: '2025-12-31' },
      questions: { Q1: { asked: true, purpose: 'NEW_APPLICATION' } },
    });
  });

  it('is a draft of its type, and no whole request', () => {
    const left = withoutPerson(ex02.request, asked);
    expect(validateRequest(ex02, left, { partial: true })).toEqual([]);
    expect(validateRequest(ex02, left).map(({ path }) => path)).toContain('address');
  });

  it('leaves out every field a published definition calls personal, whatever the type', () => {
    for (const code of ['EX02', 'EX03', 'EX11']) {
      const { request } = definitionOf(code);
      const fields = request.layout.flatMap((section) => section.fields);
      const full = Object.fromEntries(
        fields.filter(({ path }) => !path.includes('.')).map(({ path }) => [path, 'x']),
      );
      const left = Object.keys(withoutPerson(request, full));
      for (const { path, kind, personalData } of fields)
        if (personalData && kind !== 'question') expect(left).not.toContain(path);
      expect(left.length).toBeGreaterThan(0);
    }
  });

  it('of nothing is nothing', () => {
    expect(withoutPerson(ex02.request, {})).toEqual({});
  });
});
