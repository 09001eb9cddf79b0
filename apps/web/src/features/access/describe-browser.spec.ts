import { describeBrowser } from './describe-browser';

describe('the browser of a session', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0', 'Firefox · Linux'],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
      'Chrome · Android',
    ],
  ])('is named for recognition', (agent, name) => {
    expect(describeBrowser(agent)).toBe(name);
  });

  it('is unknown when it does not say', () => {
    expect(describeBrowser(null)).toBeNull();
    expect(describeBrowser('curl/8')).toBeNull();
  });
});
