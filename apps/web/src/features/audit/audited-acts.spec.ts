import { AUDITED_THINGS, LOCALES } from '@soc-coop/contracts';
import { type Catalogue, findMessage, loadCatalogue, type MessageKey } from '@soc-coop/messages';
import { aboutText, ACTS, actText } from './audited-acts';

describe.each(LOCALES)('the audit log in %s', (locale) => {
  let texts: Catalogue;
  beforeAll(async () => {
    texts = await loadCatalogue(locale);
  });
  const isSaid = (key: MessageKey | null): boolean => key !== null && Boolean(findMessage(texts, key));

  it('says of every act what was done, and under which way in a request was stopped', () => {
    expect(ACTS.length).toBeGreaterThan(90);
    expect(ACTS.filter((act) => !isSaid(actText(act)))).toEqual([]);
    expect(isSaid(actText('graphql.sendExchange'))).toBe(true);
    expect(isSaid(actText('rest.POST /api/session'))).toBe(true);
    expect(isSaid(actText('exchange.propose_date'))).toBe(true);
  });

  it('says of every kind of thing what it was done to, one or many', () => {
    const silent = AUDITED_THINGS.flatMap((resourceType) => [
      { resourceType, resourceId: 'x' },
      { resourceType },
    ]).filter((event) => !isSaid(aboutText(event)));
    expect(silent).toEqual([]);
    expect(aboutText({ resourceType: 'account' })).not.toBe(
      aboutText({ resourceType: 'account', resourceId: 'x' }),
    );
  });
});
