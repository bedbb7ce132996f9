import { type Country, capital, cities, digits, firstName, house, lastName, letters } from './address-parts.ts';
import { fakerList } from './faker-data.ts';

// Addresses of northern and eastern Europe.

export const poland: Country = (random) => {
  const code = `${digits(random, 2)}-${digits(random, 3)}`;
  const name = random.pick([
    lastName(random, 'polish').replace(/ski$/, 'skiego'),
    random.pick([
      'Długa',
      'Krótka',
      'Polna',
      'Leśna',
      'Słoneczna',
      'Kościuszki',
      'Mickiewicza',
      'Piłsudskiego',
      'Szkolna',
      'Ogrodowa',
      'Lipowa',
      'Kwiatowa',
      'Marszałkowska',
      'Nowy Świat',
      'Sienkiewicza',
      'Kolejowa',
      'Jana Pawła II',
      '3 Maja',
      'Wojska Polskiego',
      'Zielona',
      'Główna',
      'Rynek',
      'Słowackiego',
      'Solidarności',
      'Armii Krajowej',
      'Jasna',
      'Brzozowa',
    ]),
  ]);
  const rows = [
    `${random.pick(['ul. ', 'ul. ', 'ul. ', 'ulica ', 'al. ', 'Aleje ', 'os. ', 'pl. ', '', 'ul.', 'Ul. '])}${name} ${house(random)}${random.chance(0.45) ? random.pick([`/${house(random)}`, ` m. ${house(random)}`, 'A', `a/${1 + random.below(9)}`, ` lok. ${1 + random.below(9)}`]) : ''}`,
    `${code} ${random.pick(cities.pl)}`,
  ];
  if (random.chance(0.05)) rows[0] = `skr. poczt. ${digits(random, 2)}`;
  return { rows, code };
};

export function nordic(kind: 'sv' | 'da' | 'nb' | 'fi'): Country {
  const ends = {
    sv: ['gatan', 'vägen', 'gränd', 'torget', 'stigen', 'allén', 'gatan'],
    da: ['vej', 'gade', 'vej', 'allé', 'vænget', 'parken', 'stræde', 'bakken'],
    nb: ['veien', 'gata', 'gate', 'vegen', 'veien', 'svingen', 'stien', 'plass'],
    fi: ['katu', 'tie', 'kuja', 'polku', 'kaari', 'ranta', 'penger'],
  }[kind];
  const heads = {
    sv: [
      'Stor',
      'Kungs',
      'Drottning',
      'Skol',
      'Kyrko',
      'Björk',
      'Ring',
      'Linné',
      'Vasa',
      'Sveas',
      'Skogs',
      'Järnvägs',
      'Nygats',
      'Strand',
      'Berg',
      'Park',
      'Sturegatan ',
      'Odens',
    ],
    da: [
      'Skov',
      'Kirke',
      'Skole',
      'Strand',
      'Vester',
      'Øster',
      'Nørre',
      'Bøge',
      'Birke',
      'Enghave',
      'Frederiksberg ',
      'Kongens ',
      'Store ',
      'Møl',
      'Engs',
      'Lærke',
      'Solsikke',
      'Banegårds',
    ],
    nb: [
      'Kirke',
      'Skole',
      'Storgata ',
      'Bjørke',
      'Karl Johans ',
      'Strand',
      'Fjell',
      'Skog',
      'Sentrums',
      'Havne',
      'Ring',
      'Granne',
      'Solbakk',
      'Parkveien ',
      'Furu',
    ],
    fi: [
      'Mannerheimin',
      'Keskus',
      'Koulu',
      'Kirkko',
      'Rauta',
      'Hämeen',
      'Asema',
      'Metsä',
      'Ranta',
      'Alek',
      'Puisto',
      'Kauppa',
      'Mäki',
      'Koivu',
      'Itä',
    ],
  }[kind];
  const culture = { sv: 'swedish', da: 'danish', nb: 'norwegian', fi: 'finnish' }[kind];
  return (random) => {
    const code = kind === 'sv' ? `${digits(random, 3)} ${digits(random, 2)}` : digits(random, kind === 'fi' ? 5 : 4);
    const listedStreets = kind === 'da' ? fakerList('da', 'location', 'street_name') : [];
    const head = random.chance(0.7) ? random.pick(heads) : lastName(random, culture).replace(/(son|sen|nen)$/, '$1s');
    let street =
      listedStreets.length > 0 && random.chance(0.5)
        ? random.pick(listedStreets)
        : head.endsWith(' ')
          ? head + capital(random.pick(ends))
          : head + random.pick(ends);
    if (random.chance(0.08))
      street = `${firstName(random, culture)} ${lastName(random, culture)}s ${random.pick(ends)}`;
    const flat =
      kind === 'da'
        ? random.pick([', 2. tv.', ', 1. th', ', st. tv.', ', 3. sal', ', 4.', ' 2 th'])
        : kind === 'sv'
          ? random.pick([' lgh 1102', ' B', 'A', ', 2 tr'])
          : kind === 'fi'
            ? random.pick([' A 12', ' B 4', ' as. 3', ' C'])
            : random.pick(['B', ' A', ' C']);
    const rows = [
      `${street} ${house(random)}${random.chance(0.3) ? flat : ''}`,
      `${random.chance(0.04) ? { sv: 'SE-', da: 'DK-', nb: 'NO-', fi: 'FI-' }[kind] : ''}${code} ${random.pick(cities[kind])}${kind === 'da' && random.chance(0.15) ? random.pick([' K', ' Ø', ' N', ' C', ' S', ' V']) : ''}`,
    ];
    if (random.chance(0.05))
      rows[0] = `${random.pick({ sv: ['Box'], da: ['Postboks', 'Boks'], nb: ['Postboks', 'Pb.'], fi: ['PL'] }[kind])} ${digits(random, 3)}`;
    return { rows, code };
  };
}

export const czechia: Country = (random) => {
  const code = `${digits(random, 3)}${random.chance(0.85) ? ' ' : ''}${digits(random, 2)}`;
  const street = random.pick([
    ...'Hlavní,Nádražní,Školní,Dlouhá,Krátká,Masarykova,Husova,Komenského,Palackého,Zahradní,Polní,Květná,Lesní,Vinohradská,Na Příkopě,Jiráskova,Tyršova,Revoluční,Václavské náměstí,Sokolská,náměstí Míru,Obchodná,Štúrova'.split(
      ',',
    ),
    random.pick(fakerList('cs_CZ', 'location', 'street_name')),
    random.pick(fakerList('cs_CZ', 'location', 'street_name')),
  ]);
  return {
    rows: [
      `${random.chance(0.1) ? 'ul. ' : ''}${street} ${house(random, 2000)}${random.chance(0.4) ? `/${house(random)}` : ''}`,
      `${code} ${random.pick(cities.cs)}${random.chance(0.15) ? ` ${1 + random.below(10)}` : ''}`,
    ],
    code,
  };
};

export const croatia: Country = (random) => {
  const code = digits(random, random.chance(0.85) ? 5 : 4);
  const street = random.chance(0.6)
    ? random.pick(fakerList('hr', 'location', 'street_name'))
    : random.pick([
        'Ilica',
        'Savska cesta',
        'Vukovarska',
        'Trg bana Jelačića',
        'Ulica grada Vukovara',
        'Maksimirska cesta',
        'Riva',
        'Zagrebačka',
        'Splitska ulica',
        'Ulica kralja Tomislava',
        'Strossmayerova',
        'Kneza Mihaila',
        'Slovenska cesta',
        'Trg slobode',
        'Bulevar kralja Aleksandra',
      ]);
  return {
    rows: [
      `${street} ${house(random)}${random.chance(0.1) ? random.pick(['a', 'b', '/2']) : ''}`,
      `${code} ${random.pick(cities.hr)}`,
    ],
    code,
  };
};

export const romania: Country = (random) => {
  const code = digits(random, 6);
  const name = random.pick([
    `${firstName(random, 'romanian')} ${lastName(random, 'romanian')}`,
    random.pick([
      'Victoriei',
      'Unirii',
      'Libertății',
      'Mihai Eminescu',
      'Ștefan cel Mare',
      'Republicii',
      'Florilor',
      'Trandafirilor',
      '1 Decembrie 1918',
      'Avram Iancu',
      'Gării',
      'Primăverii',
      'Morii',
    ]),
  ]);
  return {
    rows: [
      `${random.pick(['Str. ', 'Strada ', 'str. ', 'Bd. ', 'Bulevardul ', 'Calea ', 'Aleea ', 'B-dul '])}${name}${random.pick([' nr. ', ', nr. ', ' ', ', nr.'])}${house(random)}${random.chance(0.4) ? `, bl. ${letters(random, 1)}${random.below(20)}, ${random.chance(0.5) ? 'sc. A, ' : ''}ap. ${house(random)}` : ''}`,
      `${random.chance(0.4) ? `${code} ` : ''}${random.pick(cities.ro)}${random.chance(0.3) ? `, ${random.pick(['jud. ', 'județul '])}${random.pick(['Cluj', 'Iași', 'Timiș', 'Ilfov', 'Brașov', 'Dolj'])}` : ''}`,
    ],
    code,
  };
};
