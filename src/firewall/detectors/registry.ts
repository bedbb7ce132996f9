import { taggerDetector } from '../tagger/tagger-detector.ts';
import { addressesDetector } from './addresses/addresses-detector.ts';
import { bankAccountDetector } from './bank-account.ts';
import { cardDetector } from './card.ts';
import { cryptoWalletDetector } from './crypto-wallet.ts';
import { dateOfBirthDetector } from './date-of-birth.ts';
import type { Detector } from './detector.ts';
import { emailDetector } from './email.ts';
import { ibanDetector } from './iban.ts';
import { identifiersDetector } from './identifiers/identifiers-detector.ts';
import { ipAddressDetector } from './ip-address.ts';
import { macAddressDetector } from './mac-address.ts';
import { namesDetector } from './names/names-detector.ts';
import { phoneDetector } from './phone.ts';
import { secretsDetector } from './secrets/secrets-detector.ts';
import { urlCredentialsDetector } from './url-credentials.ts';

/** Detectors of secrets: they run whatever the caller asks for. */
export const SECRET_DETECTORS: readonly Detector[] = [secretsDetector];

/** Detectors of personal data that need no model. */
export const PERSONAL_DETECTORS: readonly Detector[] = [
  emailDetector,
  urlCredentialsDetector,
  phoneDetector,
  cardDetector,
  ibanDetector,
  bankAccountDetector,
  identifiersDetector,
  dateOfBirthDetector,
  ipAddressDetector,
  macAddressDetector,
  cryptoWalletDetector,
  namesDetector,
  addressesDetector,
];

/** The tagger for names and addresses, which a policy can turn off. */
export const TAGGER_DETECTORS: readonly Detector[] = [taggerDetector];
