import { Injectable } from '@nestjs/common';
import { ContentRepository } from './content.repository';
import { FileRepository } from './file.repository';
import { UploadRepository } from './upload.repository';

/** The tables behind files. */
@Injectable()
export class FileRecords {
  constructor(
    readonly uploads: UploadRepository,
    readonly contents: ContentRepository,
    readonly files: FileRepository,
  ) {}
}
