import { EX02 } from '../types/ex02';
import { settleContent } from './settle';
import { visibleFields } from './visibility';

const REQUEST = { purpose: 'CHANGE', questions: { Q3: { asked: true }, Q6: { asked: true } } };

describe('settleContent', () => {
  it('clears fields hidden meanwhile, what hides with them, and texts that say nothing', () => {
    const content = {
      answers: {
        Q2: { result: 'LIVES' },
        Q3: { alone: 'YES', members: [{ relation: 'SIBLING' }] },
        Q6: { made: 'NO', whyNot: ' x ', date: '2026-01-01', result: 'MET', findings: 'f' },
      },
      remarks: '  ',
    };
    expect(settleContent(EX02.answer, content, { request: REQUEST })).toEqual({
      answers: { Q3: { alone: 'YES' }, Q6: { made: 'NO', whyNot: 'x' } },
    });
  });

  it('gives back a settled content as it is', () => {
    const content = { purpose: 'CHANGE', questions: { Q1: { asked: true, purpose: 'CHANGE' } } };
    expect(settleContent(EX02.request, content)).toBe(content);
  });

  it('unticks a question whose condition no longer holds', () => {
    const content = { purpose: 'CHANGE', questions: { Q4: { asked: true, purpose: 'SOCIAL_SURVEY' } } };
    expect(settleContent(EX02.request, content)).toEqual({ purpose: 'CHANGE' });
  });
});

describe('visibleFields', () => {
  const paths = (content: Record<string, string>, request = REQUEST) =>
    visibleFields(EX02.answer, { answers: { Q6: content } }, { request }).flatMap(({ fields }) =>
      fields.map(({ path }) => path),
    );

  it('shows only sections of asked questions and those of none', () => {
    const sections = visibleFields(EX02.answer, {}, { request: REQUEST }).map(({ section }) => section.id);
    expect(sections).toEqual(['household', 'visit', 'remarks']);
  });

  it('follows the values', () => {
    expect(paths({ made: 'NO' })).toContain('answers.Q6.whyNot');
    expect(paths({ made: 'NO' })).not.toContain('answers.Q6.date');
    expect(paths({ made: 'YES', result: 'MET' })).toContain('answers.Q6.findings');
    expect(paths({ made: 'YES' })).not.toContain('answers.Q6.findings');
  });
});
