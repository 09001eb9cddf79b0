import { ReceiptRepository } from './receipt.repository';
import { ReceiptWriter } from './receipt-writer';
import { ReceiptsResolver } from './receipts.resolver';
import { ReceiptsService } from './receipts.service';
import { SigningKeyRepository } from './signing-key.repository';
import { SigningKeys } from './signing-keys';

export { ReceiptWriter } from './receipt-writer';
export { ReceiptsController } from './receipts.controller';
export { SIGNING_KEY_PURPOSE } from './signing-keys';

/** Everything the module of exchanges provides for receipts. */
export const RECEIPTS = [
  ReceiptRepository,
  ReceiptsResolver,
  ReceiptsService,
  ReceiptWriter,
  SigningKeyRepository,
  SigningKeys,
];
