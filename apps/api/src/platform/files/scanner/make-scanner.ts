import type { Config } from '../../config';
import { ClamdScanner } from './clamd-scanner';
import type { FileScanner } from './file-scanner';
import { NoScanner } from './no-scanner';

/** The scanner the settings name: `none`, `tcp://host:port` or `unix:/path`. */
export const makeScanner = ({ FILE_SCANNER }: Config): FileScanner => {
  if (FILE_SCANNER === 'none') return new NoScanner();
  if (FILE_SCANNER.startsWith('unix:')) return new ClamdScanner({ path: FILE_SCANNER.slice('unix:'.length) });
  const { hostname, port } = new URL(FILE_SCANNER);
  return new ClamdScanner({ host: hostname, port: Number(port) });
};
