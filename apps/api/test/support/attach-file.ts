import { pdfOf } from '@soc-coop/testing';
import { Quarantine } from '../../src/exchanges/attachments/quarantine';
import { ReceiveUpload } from '../../src/exchanges/attachments/receive-upload';
import { UploadsService } from '../../src/exchanges/attachments/uploads.service';
import type { DraftPart } from '../../src/exchanges/records/draft';
import type { StaffActor } from '../../src/platform/context';
import type { TestApp } from './app';

async function* whole(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Attaches a small PDF to a draft, waits until it may leave the quarantine, and gives its id. */
export const attachFile = async (
  { app }: TestApp,
  officer: StaffActor,
  exchangeId: string,
  part: DraftPart,
  bytes: Buffer = pdfOf(),
): Promise<string> => {
  const wanted = { exchangeId, part, name: 'dovadă.pdf', length: bytes.length };
  const { id } = await app.get(UploadsService).begin(officer, wanted);
  const { fileId } = await app
    .get(ReceiveUpload)
    .receive(officer, id, { offset: 0, length: null }, whole(bytes));
  if (fileId === null) throw new Error('the upload did not become a file');
  await app.get(Quarantine).settle();
  return fileId;
};
