import { type Country, cities, digits, firstName, house, lastName, letters } from './address-parts.ts';
import { fakerList, fakerWords } from './faker-data.ts';
import { cultures } from './people.ts';
import type { Random } from './random.ts';

// Addresses of countries that write them in English.

const usStates = fakerList('en', 'location', 'state_abbr');
const usStateNames = fakerWords(['en'], 'location', 'state');
const suffixes = fakerWords(['en'], 'location', 'street_suffix');
const COMMON_SUFFIXES =
  'Street,St,St.,Avenue,Ave,Ave.,Road,Rd,Rd.,Lane,Ln,Drive,Dr,Dr.,Boulevard,Blvd,Blvd.,Court,Ct,Place,Pl,Way,Terrace,Circle,Parkway,Highway,Square,Trail,Close,Crescent,Gardens,Grove,Mews'.split(
    ',',
  );
const usNames = fakerWords(['en', 'en_US'], 'location', 'street_name');
const STREET_WORDS =
  'Main,Oak,Maple,Elm,Cedar,Pine,Park,Lake,Hill,Church,High,Station,Mill,River,Spring,Washington,Lincoln,Sunset,Highland,Forest,Meadow,Victoria,King,Queen,Market,Broad,Walnut,Chestnut,Cherry,Willow,Ridge,Valley,College,School,Union,Water,Front,Bridge,North,South,East,West,First,Second,Third,Fourth,Fifth,Center,Court,Railroad,Jackson,Jefferson,Franklin,Madison,Evergreen,Orchard,Birch,Laurel,Magnolia,Sycamore,Albert,London,York,Windsor,Green,Grove,Manor,Garden,Rose,Hawthorn,Beech,Ash'.split(
    ',',
  );

function englishStreet(random: Random): string {
  const suffix = random.chance(0.68) ? random.pick(COMMON_SUFFIXES) : random.pick(suffixes);
  const roll = random.next();
  if (roll < 0.06) return `${1 + random.below(99)}${random.pick(['th', 'st', 'nd', 'rd'])} ${suffix}`;
  if (roll < 0.08)
    return random.pick([
      'Broadway',
      'Highway 61',
      'Route 9',
      'County Road 12',
      'State Route 104',
      'The Avenue',
      'Piccadilly',
      'Strand',
    ]);
  const direction = random.chance(0.1)
    ? `${random.pick(['N', 'S', 'E', 'W', 'N.', 'S.', 'North', 'South', 'East', 'West', 'NW', 'SE'])} `
    : '';
  if (roll < 0.45) return `${direction}${random.pick(STREET_WORDS)} ${suffix}`;
  if (roll < 0.7) return `${direction}${lastName(random, 'english')} ${suffix}`;
  if (roll < 0.8) return `${firstName(random, 'english')} ${random.pick(suffixes)}`;
  if (roll < 0.86) return `${random.pick(STREET_WORDS)} ${random.pick(STREET_WORDS)} ${suffix}`;
  if (roll < 0.95) return random.pick(usNames).replace(/^[a-z]/, (c) => c.toUpperCase());
  return `${lastName(random, random.pick(Object.keys(cultures)))} ${suffix}`;
}

function unit(random: Random): string {
  return random.pick([
    `Apt ${house(random)}`,
    `Apt. ${house(random)}`,
    `Suite ${digits(random, 3)}`,
    `Ste ${digits(random, 3)}`,
    `Unit ${house(random)}`,
    `#${house(random)}`,
    `Apt ${letters(random, 1)}`,
    `Floor ${1 + random.below(30)}`,
    `Apartment ${1 + random.below(90)}${letters(random, 1)}`,
    `Suite ${letters(random, 1)}`,
    `Bldg ${random.below(9)}`,
    `Unit ${letters(random, 1)}${random.below(9)}`,
    `apt ${house(random)}`,
    `Rm ${digits(random, 3)}`,
    `Lot ${house(random)}`,
  ]);
}

export const usa: Country = (random) => {
  const roll = random.next();
  const state = random.chance(0.8) ? random.pick(usStates) : random.pick(usStateNames);
  const zip = `${digits(random, 5)}${random.chance(0.15) ? `-${digits(random, 4)}` : ''}`;
  if (roll < 0.07) {
    const code = digits(random, 5);
    const tail = `${random.pick(['APO', 'FPO', 'DPO'])} ${random.pick(['AA', 'AE', 'AP'])} ${code}`;
    const head = random.pick([
      `PSC ${digits(random, 4)}, Box ${digits(random, 4)}`,
      `Unit ${digits(random, 4)} Box ${digits(random, 4)}`,
      `CMR ${digits(random, 3)}, Box ${digits(random, 3)}`,
      `PSC ${digits(random, 2)} Box ${digits(random, 4)}`,
      `USNS ${lastName(random, 'english')}`,
      `USS ${lastName(random, 'english')}`,
      `USNV ${lastName(random, 'english')}`,
      `USCGC ${lastName(random, 'english')}`,
    ]);
    return { rows: [head, tail], code };
  }
  const city = random.chance(0.7)
    ? random.pick(cities.us)
    : random.chance(0.5)
      ? `${random.pick(['North', 'South', 'East', 'West', 'New', 'Port', 'Lake'])} ${firstName(random, 'english')}${random.pick(['ton', 'ville', 'mouth', 'stad', 'burgh', 'land', 'shire', 'berg', 'port', 'view', 'haven', 'side'])}`
      : `${lastName(random, 'english')}${random.pick(['ton', 'ville', 'mouth', 'fort', 'burgh', 'land', 'shire', 'berg', 'port', 'view', 'haven', 'side', 'bury', 'chester'])}`;
  const place = random.chance(0.88)
    ? `${city}, ${state}${random.chance(0.9) ? ` ${zip}` : ''}`
    : `${city}, ${state}, ${zip}`;
  if (roll < 0.12)
    return {
      rows: [
        random.pick(['PO Box ', 'P.O. Box ', 'P.O.Box ', 'Post Office Box ', 'P. O. Box ', 'PO BOX ']) +
          digits(random, 1 + random.below(5)),
        place,
      ],
      code: zip,
    };
  const line = `${1 + random.below(random.chance(0.4) ? 99 : random.chance(0.6) ? 9999 : 99999)} ${englishStreet(random)}`;
  return {
    rows: random.chance(0.22)
      ? [random.chance(0.5) ? `${line} ${unit(random)}` : `${line}, ${unit(random)}`, place]
      : [line, place],
    code: zip,
  };
};

export const britain: Country = (random) => {
  const out = random.pick([
    `${letters(random, 1)}${random.below(20)}`,
    `${letters(random, 2)}${1 + random.below(30)}`,
    `${letters(random, 2)}${1 + random.below(9)}${letters(random, 1)}`,
    `${letters(random, 1)}${1 + random.below(9)}${letters(random, 1)}`,
  ]);
  const code = `${out}${random.chance(0.94) ? ' ' : ''}${random.below(10)}${letters(random, 2)}`;
  const rows: string[] = [];
  if (random.chance(0.15))
    rows.push(
      random.pick([
        `Flat ${house(random)}`,
        `Flat ${1 + random.below(20)}${letters(random, 1)}`,
        `${lastName(random, 'english')} House`,
        `Unit ${house(random)}`,
        `The Old ${random.pick(['Rectory', 'School', 'Mill', 'Vicarage', 'Post Office'])}`,
        `${random.pick(STREET_WORDS)} Cottage`,
      ]),
    );
  rows.push(
    `${house(random)}${random.chance(0.12) ? random.pick(['a', 'b', 'A', 'B', 'C']) : ''} ${englishStreet(random)}`,
  );
  rows.push(random.chance(0.4) ? `${random.pick(cities.gb)} ${code}` : random.pick(cities.gb));
  if (!rows[rows.length - 1]?.endsWith(code)) rows.push(code);
  if (random.chance(0.1)) rows.push(random.pick(['UK', 'United Kingdom', 'England', 'Scotland', 'Wales']));
  return { rows, code };
};

export const canada: Country = (random) => {
  const code = `${letters(random, 1)}${random.below(10)}${letters(random, 1)} ${random.below(10)}${letters(random, 1)}${random.below(10)}`;
  const province = random.pick(fakerList('en_CA', 'location', 'state_abbr'));
  return {
    rows: [
      `${house(random, 9000)} ${englishStreet(random)}${random.chance(0.2) ? `, ${unit(random)}` : ''}`,
      `${random.pick(cities.ca)}, ${province} ${code}`,
    ],
    code,
  };
};

export const australia: Country = (random) => {
  const code = digits(random, 4);
  return {
    rows: [
      `${random.chance(0.2) ? `${house(random)}/` : ''}${house(random)} ${englishStreet(random)}`,
      `${random.pick(cities.au)} ${random.pick(['NSW', 'VIC', 'QLD', 'WA', 'SA', 'TAS', 'ACT', ''])} ${code}`.replace(
        '  ',
        ' ',
      ),
    ],
    code,
  };
};

export const india: Country = (random) => {
  const code = `${digits(random, 3)}${random.chance(0.2) ? ' ' : ''}${digits(random, 3)}`;
  const street = random.pick([
    `${lastName(random, 'indian')} ${random.pick(['Nagar', 'Road', 'Marg', 'Street', 'Colony', 'Lane', 'Layout'])}`,
    random.pick(['MG Road', 'Gandhi Road', 'Station Road', 'Link Road', 'Ring Road', 'Park Street']),
  ]);
  const rows = [
    `${random.pick(['Flat No. ', 'H.No. ', 'Plot No. ', 'No. ', '', '', '#'])}${house(random)}${random.chance(0.2) ? `/${house(random)}` : ''}, ${street}`,
    `${random.pick(cities.in)}${random.pick([' ', ' - ', ', ', '-'])}${code}`,
  ];
  if (random.chance(0.3)) rows.push('India');
  return { rows, code };
};

export const nigeria: Country = (random) => ({
  rows: [
    `${house(random)} ${lastName(random, 'african')} ${random.pick(['Street', 'Road', 'Avenue', 'Close', 'Crescent', 'Way', 'St'])}`,
    random.pick(cities.ng),
  ],
  code: digits(random, 6),
});
