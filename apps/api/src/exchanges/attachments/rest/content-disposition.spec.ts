import { attachmentHeader } from './content-disposition';

describe('the name a download is saved under', () => {
  it.each([
    ['scan.pdf', `attachment; filename="scan.pdf"; filename*=UTF-8''scan.pdf`],
    ['Adeverință.pdf', `attachment; filename="Adeverinta.pdf"; filename*=UTF-8''Adeverin%C8%9B%C4%83.pdf`],
    ['а.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%D0%B0.pdf`],
    [`a"b'(c)*.pdf`, `attachment; filename="a_b'(c)*.pdf"; filename*=UTF-8''a%22b%27%28c%29%2A.pdf`],
  ])('%s', (name, header) => {
    expect(attachmentHeader(name)).toBe(header);
  });

  it('never ends the header or begins another', () => {
    expect(attachmentHeader('a\r\nset-cookie: x.pdf')).not.toMatch(/[\r\n]/u);
  });
});
