import { AnswerText } from './answer-text';
import { RawData, writeAnswer } from './raw-data';

const LONG = 'Дунав '.repeat(200);

describe('text of an answer', () => {
  it('is the same whether its parts were kept as text or as bytes', () => {
    const kept = new AnswerText();
    kept.add(`"${LONG}"`);
    const bytes = kept.kept();
    expect(Buffer.isBuffer(bytes)).toBe(true);
    const text = new AnswerText();
    text.add('[');
    text.addKept(bytes);
    text.add(',');
    text.addKept('"ș"');
    text.add(']');
    expect(text.bytes().toString('utf8')).toBe(`["${LONG}","ș"]`);
  });

  it('keeps short parts as text', () => {
    const text = new AnswerText();
    text.add('{"ro":"Ialomița"}');
    expect(text.kept()).toBe('{"ro":"Ialomița"}');
  });

  it('stays what it was when it is written on behind a kept part', () => {
    const kept = new AnswerText();
    kept.add(`"${LONG}"`);
    const bytes = kept.kept();
    const first = new AnswerText();
    first.addKept(bytes);
    first.add('!');
    first.bytes();
    expect(bytes.toString('utf8')).toBe(`"${LONG}"`);
  });
});

describe('an answer', () => {
  const data = new RawData(['{"exchange":', Buffer.from('{"number":"RO-CT-2026-000001"}'), '}']);

  it('goes out as the bytes its data were written as', () => {
    expect(writeAnswer({ data }).toString()).toBe('{"data":{"exchange":{"number":"RO-CT-2026-000001"}}}\n');
  });

  it('carries what stands beside the data', () => {
    expect(JSON.parse(writeAnswer({ data, ...{ extensions: { a: 1 } } }).toString())).toEqual({
      data: { exchange: { number: 'RO-CT-2026-000001' } },
      extensions: { a: 1 },
    });
  });

  it('is written as ever where the data are no text yet', () => {
    expect(writeAnswer({ data: { exchange: null } })).toBe('{"data":{"exchange":null}}\n');
  });

  it('lets whoever writes JSON otherwise see the data', () => {
    expect(JSON.parse(JSON.stringify({ data }))).toEqual({
      data: { exchange: { number: 'RO-CT-2026-000001' } },
    });
  });
});
