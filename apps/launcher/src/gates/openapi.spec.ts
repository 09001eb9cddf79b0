import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../tools/paths.ts';
import { checkOpenApi } from './openapi.ts';

interface Document {
  paths: Record<string, Record<string, { operationId?: string; security?: unknown; responses: object }>>;
}

describe('the lint of the REST document', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'soc-openapi-'));
    cpSync(join(root, 'openapi'), join(folder, 'openapi'), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const change = (edit: (document: Document) => void): void => {
    const file = join(folder, 'openapi', 'soc-coop.json');
    const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
    edit(document);
    writeFileSync(file, JSON.stringify(document));
  };

  it('is content with the document as it is', async () => {
    expect(await checkOpenApi(folder)).toEqual([]);
  });

  it('finds an operation that does not say how it refuses', async () => {
    change(({ paths }) => {
      const operation = paths['/api/v1/token']?.['post'];
      if (operation) operation.responses = { 200: { description: 'The token' } };
    });
    expect(await checkOpenApi(folder)).toEqual([expect.stringContaining('(operation-4xx-response)')]);
  });

  it('finds two operations of one name', async () => {
    change(({ paths }) => {
      const operation = paths['/api/v1/session']?.['get'];
      if (operation) operation.operationId = 'issueToken';
    });
    expect((await checkOpenApi(folder)).join()).toContain('(operation-operationId-unique)');
  });
});
