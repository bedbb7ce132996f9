import { addressesDetector } from './addresses/addresses-detector.ts';
import { cardDetector } from './card.ts';
import type { Detector } from './detector.ts';
import { emailDetector } from './email.ts';
import { ibanDetector } from './iban.ts';
import { ipAddressDetector } from './ip-address.ts';
import { macAddressDetector } from './mac-address.ts';
import { phoneDetector } from './phone.ts';

/** Detectors of secrets: they run whatever the caller asks for. */
export const SECRET_DETECTORS: readonly Detector[] = [];

/** Detectors of personal data that need no model. */
export const PERSONAL_DETECTORS: readonly Detector[] = [
  emailDetector,
  phoneDetector,
  cardDetector,
  ibanDetector,
  ipAddressDetector,
  macAddressDetector,
  addressesDetector,
];

/** The tagger for names and addresses, which a policy can turn off. */
export const TAGGER_DETECTORS: readonly Detector[] = [];
