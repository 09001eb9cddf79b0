export { FileCipherError, newFileKey, openBytes, sealBytes } from './file-cipher';
export { takeUploads, UPLOAD_BODY } from './upload-body';
export { FilesModule } from './files.module';
export { cleanName, isDeceptive, splitName } from './inspection/file-name';
export { EXTENSIONS } from './inspection/file-types';
export { inspectFile } from './inspection/inspect';
export { FileScanner, type Verdict } from './scanner/file-scanner';
export { FileStore } from './store/file-store';
export { Turnstile } from './turnstile';
