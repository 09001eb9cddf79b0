import type { SeenFile } from '../case-files';
import type { ExchangeDraftFileModel, ExchangeFileModel } from './file.model';

/** What is shown of a file in a draft. */
export const toDraftFileModel = ({
  id,
  name,
  size,
  mediaType,
  sha256,
  scan,
  addedAt,
  part,
}: SeenFile): ExchangeDraftFileModel => ({ id, name, size, mediaType, sha256, scan, addedAt, part });

/** The same of one that was sent. */
export const toFileModel = (file: SeenFile): ExchangeFileModel => {
  const { part: _part, ...shown } = toDraftFileModel(file);
  return shown;
};
