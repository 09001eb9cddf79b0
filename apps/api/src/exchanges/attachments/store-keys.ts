import { randomBytes } from 'node:crypto';

/** Where the parts of an upload lie. */
export const uploadFolder = (uploadId: string): string => `uploads/${uploadId}`;

/** A place of its own for every try: two connections that send the same part never overwrite each other. */
export const newPartKey = (uploadId: string, at: number): string =>
  `${uploadFolder(uploadId)}/${at}-${randomBytes(8).toString('hex')}`;

/** Where a content lies. A content has the id of the upload it came by, so that none is ever orphaned unseen. */
export const contentKey = (contentId: string): string => `contents/${contentId}`;
