import { expect, test } from 'bun:test';
import { type AddressClass, classifyAddress } from '../../src/platform/address.ts';

const CLASSES: Readonly<Record<AddressClass, readonly string[]>> = {
  metadata: [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '0:0:0:0:0:FFFF:A9FE:A9FE',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::',
    '169.254.170.2',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd00:0ec2:0:0:0:0:0:254',
    '[fd20:ce::254]',
  ],
  private: [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '100.64.0.1',
    '169.254.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::10.0.0.1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:c0a8:1::',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    'fe80::1%eth0',
    'fec0::1',
    'fd12:3456::1',
    'ff02::1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '',
  ],
  public: [
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '[2a00:1450::1]',
    '::ffff:8.8.8.8',
    '2001:200::1',
  ],
};

for (const [expected, addresses] of Object.entries(CLASSES)) {
  test.each(addresses.map((address) => [address]))(`%p is ${expected}`, (address) => {
    expect(classifyAddress(address)).toBe(expected as AddressClass);
  });
}
