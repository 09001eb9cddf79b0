import { AddFile } from './add-file';
import { CaseFiles } from './case-files';
import { ContentRepository } from './content.repository';
import { DownloadFile } from './download-file';
import { DraftFiles } from './draft-files';
import { FileHousekeeping } from './file-housekeeping';
import { FileRecords } from './file-records';
import { FileRepository } from './file.repository';
import { FileVault } from './file-vault';
import { FinishUpload } from './finish-upload';
import { FilesLoader } from './graphql/files.loader';
import { DraftFilesResolver, MessageFilesResolver } from './graphql/files.resolver';
import { MessageFiles } from './message-files';
import { Quarantine } from './quarantine';
import { ReceiveUpload } from './receive-upload';
import { RemoveDraftFile } from './remove-draft-file';
import { FilesController } from './rest/files.controller';
import { UploadsController } from './rest/uploads.controller';
import { StoredFiles } from './stored-files';
import { UploadBytes } from './upload-bytes';
import { UploadLimits } from './upload-limits';
import { UploadRepository } from './upload.repository';
import { UploadsService } from './uploads.service';

/** The doors of attachments; uploads first, for their path would else be read as a file's id. */
export const ATTACHMENT_CONTROLLERS = [UploadsController, FilesController];

/** Everything behind them. */
export const ATTACHMENT_PROVIDERS = [
  AddFile,
  CaseFiles,
  ContentRepository,
  DownloadFile,
  DraftFiles,
  DraftFilesResolver,
  FileHousekeeping,
  FileRecords,
  FileRepository,
  FilesLoader,
  FileVault,
  FinishUpload,
  MessageFiles,
  MessageFilesResolver,
  Quarantine,
  ReceiveUpload,
  RemoveDraftFile,
  StoredFiles,
  UploadBytes,
  UploadLimits,
  UploadRepository,
  UploadsService,
];
