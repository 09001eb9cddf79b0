import { describe as describeContent, formDefinition, type JsonObject } from '@soc-coop/forms';
import { describedFields, shownDifferences } from './shown-differences';
import { differences, mergeFields } from './three-way';

const definition = formDefinition('EX02', 1);
if (definition === null) throw new Error('EX02 is published');
const request: JsonObject = { questions: { Q1: { asked: true, purpose: 'P1' } } };
const words = { label: 'no answer', of: (gap: string) => `gap ${gap}` };
const shown = (content: JsonObject) =>
  describedFields('content', describeContent(definition, 'answer', content, 'en', { request }), words);
const section = definition.answer.layout.find(({ question }) => question === 'Q1');
const gapId = 'content.answers.Q1.gap';

describe('two versions in words', () => {
  it('call a field as the form does, and show what each of them says', () => {
    const mine: JsonObject = {};
    const theirs: JsonObject = { answers: { Q1: { gap: 'NR', gapNote: 'not in the register' } } };
    const found = differences(mergeFields('content', definition.answer), {
      base: {},
      mine: { content: mine },
      theirs: { content: theirs },
    });
    expect(shownDifferences(found, shown(mine), shown(theirs))).toEqual([
      {
        id: gapId,
        changedBy: 'THEIRS',
        section: section?.title.en,
        label: 'no answer',
        mine: null,
        theirs: { kind: 'text', text: 'gap NR: not in the register' },
      },
    ]);
  });

  it('ask nobody about a field that neither of them shows', () => {
    const hidden = [{ id: 'content.answers.Q9.value', changedBy: 'BOTH' as const }];
    expect(shownDifferences(hidden, shown({}), shown({}))).toEqual([]);
  });
});
