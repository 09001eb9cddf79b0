import { UPLOAD_BODY } from '../../../platform/files';
import { readCreation, readMetadata, readPart, requireTus } from './tus';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const reasonOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('reading tus', () => {
  it('reads what an upload says of itself', () => {
    const metadata = `filename ${base64('Служебна бележка.pdf')},part ${base64('REQUEST')}, empty`;
    const creation = readCreation({ 'upload-length': '12', 'upload-metadata': metadata });
    expect(creation.length).toBe(12);
    expect([...creation.metadata]).toEqual([
      ['filename', 'Служебна бележка.pdf'],
      ['part', 'REQUEST'],
      ['empty', ''],
    ]);
  });

  it.each(['a b c', 'a !!', `a ${base64('x')},a ${base64('y')}`, 'a /w==', ''])(
    'takes no metadata out of %j',
    (text) => {
      expect(readMetadata(text)).toBeNull();
    },
  );

  it.each(['-1', '1e3', '0x10', '12 ', '99999999999999999999', '', '1.5', undefined])(
    'takes %j for no length',
    (length) => {
      const headers = { 'upload-length': length, 'upload-metadata': `a ${base64('x')}` };
      expect(reasonOf(() => readCreation(headers))).toBe('request.malformed');
    },
  );

  it('asks for the version and for the type of a part', () => {
    expect(reasonOf(() => requireTus({ 'tus-resumable': '0.2.2' }))).toBe('file.protocol');
    expect(reasonOf(() => requireTus({}))).toBe('file.protocol');
    expect(() => {
      requireTus({ 'tus-resumable': '1.0.0' });
    }).not.toThrow();
    expect(reasonOf(() => readPart({ 'upload-offset': '0', 'content-type': 'text/plain' }))).toBe(
      'request.malformed',
    );
    expect(readPart({ 'upload-offset': '5', 'content-type': UPLOAD_BODY, 'content-length': '7' })).toEqual({
      offset: 5,
      length: 7,
    });
    expect(readPart({ 'upload-offset': '5', 'content-type': UPLOAD_BODY })).toEqual({
      offset: 5,
      length: null,
    });
  });
});
