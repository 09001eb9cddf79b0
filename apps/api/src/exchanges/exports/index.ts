import { ExportListService } from './export-list.service';
import { ExportsController } from './exports.controller';

/** What the module of exchanges provides of this corner. */
export const EXPORTS = [ExportListService];
export { ExportsController };
