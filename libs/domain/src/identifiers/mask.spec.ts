import { maskIdentifier } from './mask';

describe('maskIdentifier', () => {
  it.each([
    ['egn', '0000000012', '•••• •• ••12'],
    ['lnch', '0000000012', '•••• •• ••12'],
    ['cnp', '0000000000012', '• •••••• ••••12'],
    ['cui', '00000012', '••••••12'],
    ['eik', '000000012', '••• ••• •12'],
    ['iban', 'RO00XXXX0000000000000012', '•••• •••• •••• •••• •••• ••12'],
    ['egn', '12345', '•••• •'],
    ['egn', '', ''],
    ['egn', '123456789012', '•••• •• •••• 12'],
  ] as const)('%s %s', (type, compact, masked) => {
    expect(maskIdentifier(type, compact)).toBe(masked);
  });
});
