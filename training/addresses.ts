import { fakerList, fakerWords } from './faker-data.ts';
import { cultures } from './people.ts';
import type { Random } from './random.ts';

/** One postal address: the street line alone, on one line, over several. */
export interface Address {
  readonly street: string;
  readonly line: string;
  readonly lines: string;
  readonly code: string;
}

type Country = (random: Random) => { readonly rows: readonly string[]; readonly code: string };

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.below(10)).join('');
const house = (random: Random, most = 240): string =>
  `${1 + random.below(random.chance(0.7) ? Math.min(most, 90) : most)}`;
const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.pick('ABCDEFGHJKLMNPRSTUVWXY'.split(''))).join('');
const lastName = (random: Random, culture: string): string => random.pick(cultures[culture]?.last ?? ['Park']);
const firstName = (random: Random, culture: string): string => random.pick(cultures[culture]?.first ?? ['Park']);

const cities = {
  us: fakerWords(['en'], 'location', 'city_name'),
  ca: fakerWords(['en_CA'], 'location', 'city_name'),
  in: fakerWords(['en_IN'], 'location', 'city_name'),
  ng: fakerWords(['en_NG', 'en_GH'], 'location', 'city_name'),
  de: fakerWords(['de', 'de_AT', 'de_CH'], 'location', 'city_name'),
  fr: fakerWords(['fr', 'fr_CH'], 'location', 'city_name'),
  es: fakerWords(['es', 'es_MX'], 'location', 'city_name'),
  it: fakerWords(['it'], 'location', 'city_name'),
  pt: [
    ...fakerWords(['pt_PT'], 'location', 'city_name'),
    ...'São Paulo,Rio de Janeiro,Belo Horizonte,Salvador,Curitiba,Recife,Fortaleza,Manaus,Porto Alegre,Brasília,Goiânia,Campinas,Santos,Florianópolis'.split(
      ',',
    ),
  ],
  nl: [
    ...'Amsterdam,Rotterdam,Den Haag,Utrecht,Eindhoven,Groningen,Tilburg,Almere,Breda,Nijmegen,Apeldoorn,Haarlem,Arnhem,Enschede,Amersfoort,Zaandam,Delft,Leiden,Maastricht,Zwolle,Antwerpen,Gent,Brugge,Leuven,Mechelen,Hasselt,Aalst,Kortrijk'.split(
      ',',
    ),
    ...fakerWords(['nl'], 'location', 'city_prefix').slice(0, 500),
  ],
  pl: fakerWords(['pl'], 'location', 'city_name'),
  sv: 'Stockholm,Göteborg,Malmö,Uppsala,Västerås,Örebro,Linköping,Helsingborg,Jönköping,Norrköping,Lund,Umeå,Gävle,Borås,Södertälje,Eskilstuna,Halmstad,Växjö,Karlstad,Sundsvall,Östersund,Trollhättan,Luleå,Kalmar,Falun,Kiruna,Visby'.split(
    ',',
  ),
  da: fakerWords(['da'], 'location', 'city_name'),
  nb: [
    ...'Oslo,Bergen,Trondheim,Stavanger,Drammen,Fredrikstad,Kristiansand,Sandnes,Tromsø,Sarpsborg,Skien,Ålesund,Sandefjord,Haugesund,Tønsberg,Moss,Bodø,Arendal,Hamar,Larvik,Halden,Lillehammer,Harstad,Molde,Narvik,Alta'.split(
      ',',
    ),
  ],
  fi: [
    ...fakerWords(['fi'], 'location', 'city_name'),
    ...'Helsinki,Espoo,Tampere,Vantaa,Oulu,Turku,Jyväskylä,Lahti,Kuopio,Pori,Joensuu,Lappeenranta,Vaasa,Rovaniemi,Kotka'.split(
      ',',
    ),
  ],
  cs: fakerWords(['cs_CZ', 'sk'], 'location', 'city_name'),
  hr: fakerWords(['hr', 'sr_RS_latin', 'sl_SI'], 'location', 'city_name'),
  ro: fakerWords(['ro'], 'location', 'city_name'),
  gb: 'London,Manchester,Birmingham,Leeds,Glasgow,Sheffield,Bradford,Liverpool,Edinburgh,Bristol,Cardiff,Leicester,Coventry,Nottingham,Belfast,Brighton,Plymouth,Wolverhampton,Derby,Swansea,Southampton,Aberdeen,Portsmouth,York,Oxford,Cambridge,Norwich,Exeter,Bath,Luton,Reading,Bolton,Sunderland,Warrington,Slough,Ipswich,Dundee,Northampton,Milton Keynes,Chester,Gloucester,Watford,Blackpool,Preston,Newport,Peterborough'.split(
    ',',
  ),
  au: 'Sydney,Melbourne,Brisbane,Perth,Adelaide,Canberra,Hobart,Darwin,Newcastle,Wollongong,Geelong,Cairns,Townsville,Ballarat,Bendigo,Parramatta,Fremantle,Bondi,Auckland,Wellington,Christchurch,Hamilton,Dunedin'.split(
    ',',
  ),
};

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
  const suffix = random.chance(0.8) ? random.pick(COMMON_SUFFIXES) : random.pick(suffixes);
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

const usa: Country = (random) => {
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

const britain: Country = (random) => {
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

const canada: Country = (random) => {
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

const australia: Country = (random) => {
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

const india: Country = (random) => {
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

const nigeria: Country = (random) => ({
  rows: [
    `${house(random)} ${lastName(random, 'african')} ${random.pick(['Street', 'Road', 'Avenue', 'Close', 'Crescent', 'Way', 'St'])}`,
    random.pick(cities.ng),
  ],
  code: digits(random, 6),
});

function germanStreet(random: Random): string {
  const roll = random.next();
  if (roll < 0.4) return random.pick(fakerList('de', 'location', 'street_name'));
  if (roll < 0.75)
    return `${random.pick(['Haupt', 'Bahnhof', 'Schul', 'Garten', 'Linden', 'Berg', 'Kirch', 'Wald', 'Ring', 'Wiesen', 'Mozart', 'Goethe', 'Schiller', 'Park', 'Post', 'Mühlen', 'Rosen', 'Tal', 'Burg', 'Feld', 'Industrie', 'Markt', 'Buchen', 'Kant', 'Beethoven', 'Friedrich', 'Kaiser', 'Luther', lastName(random, 'german'), lastName(random, 'german')])}${random.pick(['straße', 'straße', 'strasse', 'str.', 'weg', 'platz', 'gasse', 'allee', 'ring', 'damm', 'ufer', 'steig', 'hof'])}`;
  if (roll < 0.88)
    return `${firstName(random, 'german')}-${lastName(random, 'german')}-${random.pick(['Straße', 'Str.', 'Platz', 'Weg', 'Allee', 'Ring', 'Strasse'])}`;
  return random.pick([
    'Am Markt',
    'Am Bahnhof',
    'An der Kirche',
    'Unter den Linden',
    'Im Winkel',
    'Auf der Heide',
    'Zum Sportplatz',
    'Alte Landstraße',
    'Neue Straße',
    'Lange Straße',
    'Hinter der Mühle',
    'Am Alten Markt',
    'In den Wiesen',
    'Kurfürstendamm',
    'Obere Gasse',
    'Kleine Gasse',
  ]);
}

const germany: Country = (random) => {
  const kind = random.next();
  const code = `${kind < 0.06 ? 'D-' : ''}${digits(random, kind < 0.75 ? 5 : 4)}`;
  if (random.chance(0.05))
    return { rows: [`Postfach ${digits(random, 4)}`, `${code} ${random.pick(cities.de)}`], code };
  const rows = [
    `${germanStreet(random)} ${house(random)}${random.chance(0.2) ? random.pick(['a', ' a', 'b', 'c', '/3', '-14']) : ''}`,
    `${code} ${random.pick(cities.de)}`,
  ];
  if (random.chance(0.08))
    rows.push(random.pick(['Deutschland', 'Österreich', 'Schweiz', 'Germany', 'Austria', 'Switzerland']));
  return { rows, code };
};

const france: Country = (random) => {
  const code = digits(random, 5);
  const kind = random.pick([
    'rue',
    'rue',
    'rue',
    'avenue',
    'boulevard',
    'place',
    'impasse',
    'chemin',
    'allée',
    'quai',
    'route',
    'Rue',
    'Avenue',
    'Boulevard',
    'av.',
    'bd',
    'cours',
    'square',
    'passage',
    'résidence',
  ]);
  const name = random.pick([
    `de la ${random.pick(['Paix', 'République', 'Gare', 'Liberté', 'Mairie', 'Fontaine', 'Poste', 'Victoire', 'Forêt', 'Croix'])}`,
    `du ${random.pick(['Moulin', 'Château', 'Marché', 'Bac', 'Stade', 'Lac', 'Général Leclerc', '8 Mai 1945', 'Port'])}`,
    `des ${random.pick(['Lilas', 'Écoles', 'Fleurs', 'Vignes', 'Acacias', 'Champs', 'Roses', 'Prés', 'Tilleuls'])}`,
    `${firstName(random, 'french')} ${lastName(random, 'french')}`,
    random.pick([
      'Victor Hugo',
      'Jean Jaurès',
      'Pasteur',
      'Voltaire',
      'Saint-Michel',
      'Saint-Honoré',
      'Charles de Gaulle',
      "de l'Église",
      "d'Alsace",
      "de l'Abbaye",
      'de Paris',
      'de Verdun',
      'de Rivoli',
      'Gambetta',
    ]),
    random.pick(fakerList('fr', 'location', 'street_suffix')),
  ]);
  const number = `${house(random)}${random.chance(0.1) ? random.pick([' bis', ' ter', 'bis', 'B']) : ''}${random.chance(0.25) ? ',' : ''}`;
  if (random.chance(0.05))
    return {
      rows: [
        `${random.pick(['BP', 'B.P.', 'CS', 'Boîte postale'])} ${digits(random, 3)}`,
        `${code} ${random.pick(cities.fr)}`,
      ],
      code,
    };
  const rows = [`${number} ${kind} ${name}`, `${code} ${random.pick(cities.fr)}${random.chance(0.06) ? ' Cedex' : ''}`];
  if (random.chance(0.08)) rows.push('France');
  return { rows, code };
};

const spain: Country = (random) => {
  const code = digits(random, 5);
  const kind = random
    .pick([
      'Calle',
      'Calle',
      'C/',
      'C/ ',
      'calle',
      'Avenida',
      'Avda.',
      'Av.',
      'Plaza',
      'Paseo',
      'Pº',
      'Camino',
      'Carrera',
      'Ronda',
      'Travesía',
      'Carretera',
      'Boulevard',
    ])
    .trim();
  const name = random.pick([
    lastName(random, 'spanish'),
    `${firstName(random, 'spanish')} ${lastName(random, 'spanish')}`,
    `de ${lastName(random, 'spanish')}`,
    random.pick([
      'Mayor',
      'Real',
      'de Alcalá',
      'del Prado',
      'de la Constitución',
      'San Juan',
      'Santa María',
      'de la Paz',
      'Nueva',
      'del Sol',
      'Gran Vía',
      'de los Reyes',
      'Colón',
      '5 de Mayo',
      'Libertad',
      'Juárez',
      'Insurgentes Sur',
      'de las Flores',
    ]),
  ]);
  const number = `${random.pick([' ', ', ', ' nº ', ', nº ', ' No. ', ' #'])}${house(random)}`;
  const floor = random.chance(0.35)
    ? random.pick([
        `, ${1 + random.below(9)}º ${letters(random, 1)}`,
        `, ${1 + random.below(9)}.º ${random.pick(['izq.', 'dcha.', 'A', 'B'])}`,
        `, piso ${1 + random.below(9)}`,
        `, ${1 + random.below(9)}º`,
        `, Esc. ${house(random)}`,
        `, Col. ${random.pick(['Centro', 'Roma', 'Condesa', 'Del Valle', 'Polanco'])}`,
      ])
    : '';
  if (random.chance(0.05))
    return {
      rows: [
        `${random.pick(['Apartado de Correos', 'Apdo.', 'Apartado'])} ${digits(random, 3)}`,
        `${code} ${random.pick(cities.es)}`,
      ],
      code,
    };
  const rows = [
    `${kind} ${name}${number}${floor}`,
    random.chance(0.85) ? `${code} ${random.pick(cities.es)}` : `${random.pick(cities.es)}, C.P. ${code}`,
  ];
  if (random.chance(0.08)) rows.push(random.pick(['España', 'México', 'Argentina', 'Chile', 'Colombia']));
  return { rows, code };
};

const italy: Country = (random) => {
  const code = digits(random, 5);
  const kind = random.pick([
    'Via',
    'Via',
    'Via',
    'via',
    'Viale',
    'Corso',
    'Piazza',
    'Largo',
    'Vicolo',
    'Strada',
    'Piazzale',
    'V.le',
    'P.zza',
    'Contrada',
  ]);
  const name = random.pick([
    lastName(random, 'italian'),
    `${firstName(random, 'italian')} ${lastName(random, 'italian')}`,
    random.pick([
      'Roma',
      'Garibaldi',
      'Giuseppe Verdi',
      'Dante Alighieri',
      'Mazzini',
      'Vittorio Emanuele II',
      'della Repubblica',
      'dei Mille',
      'XX Settembre',
      'IV Novembre',
      'delle Rose',
      'del Corso',
      "dell'Industria",
      'San Marco',
      'Nazionale',
      'Torino',
      'Milano',
      'della Libertà',
      '25 Aprile',
      'Cavour',
    ]),
  ]);
  const rows = [
    `${kind} ${name}${random.pick([', ', ' ', ', n. ', ' n. '])}${house(random)}${random.chance(0.1) ? random.pick(['/A', '/B', ' bis']) : ''}`,
    `${code} ${random.pick(cities.it)}${random.chance(0.4) ? ` (${random.pick(['MI', 'RM', 'TO', 'NA', 'BO', 'FI', 'VE', 'GE', 'PA', 'BA', 'VR', 'BG'])})` : ''}`,
  ];
  if (random.chance(0.06)) rows.push('Italia');
  return { rows, code };
};

const portugal: Country = (random) => {
  const brazil = random.chance(0.55);
  const code = brazil ? `${digits(random, 5)}-${digits(random, 3)}` : `${digits(random, 4)}-${digits(random, 3)}`;
  const kind = random.pick([
    'Rua',
    'Rua',
    'Rua',
    'R.',
    'rua',
    'Avenida',
    'Av.',
    'Travessa',
    'Praça',
    'Largo',
    'Alameda',
    'Estrada',
    'Rodovia',
    'Beco',
  ]);
  const name = random.pick([
    `${firstName(random, 'portuguese')} ${lastName(random, 'portuguese')}`,
    lastName(random, 'portuguese'),
    random.pick([
      'das Flores',
      'da Liberdade',
      'do Comércio',
      'Paulista',
      'Augusta',
      'da República',
      'de Santa Catarina',
      'do Ouro',
      '25 de Abril',
      'XV de Novembro',
      'São João',
      'da Paz',
      'dos Pinheiros',
      '7 de Setembro',
      'Dom Pedro II',
      'Brasil',
      'Atlântica',
      'Almirante Reis',
      'Marechal Deodoro',
      'das Palmeiras',
    ]),
  ]);
  const rows = [
    `${kind} ${name}${random.pick([', ', ' ', ', nº ', ' n.º '])}${house(random, 3000)}${random.chance(0.3) ? random.pick([`, ${1 + random.below(9)}º ${random.pick(['esq.', 'dto.', 'Esq', 'Dto', 'A'])}`, `, apto ${digits(random, 2)}`, ` - apto. ${digits(random, 3)}`, `, bloco ${letters(random, 1)}`, `, casa ${1 + random.below(9)}`, `, sala ${digits(random, 3)}`]) : ''}`,
  ];
  const city = random.pick(cities.pt);
  rows.push(
    brazil
      ? `${city}${random.pick([' - ', '/', ', '])}${random.pick(fakerList('pt_BR', 'location', 'state_abbr'))}${random.pick([', ', ' ', ', CEP ', ' - '])}${code}`
      : `${code} ${city}`,
  );
  return { rows, code };
};

const netherlands: Country = (random) => {
  const belgian = random.chance(0.2);
  const code = belgian
    ? digits(random, 4)
    : `${1 + random.below(9)}${digits(random, 3)}${random.chance(0.8) ? ' ' : ''}${letters(random, 2)}`;
  const street = random.chance(0.85)
    ? `${random.pick(['Kerk', 'Dorps', 'School', 'Hoofd', 'Molen', 'Stations', 'Julia', 'Wilhelmina', 'Beatrix', 'Oranje', 'Beuken', 'Linden', 'Prinsen', 'Keizers', 'Heren', 'Markt', 'Nieuw', 'Linnaeus', 'Juliana', 'Park', 'Water', 'Zand', 'Berg', 'Veld', 'Bos', lastName(random, 'dutch'), lastName(random, 'dutch')])}${random.pick(['straat', 'straat', 'laan', 'weg', 'plein', 'gracht', 'kade', 'dijk', 'singel', 'steeg', 'pad', 'hof', 'dreef'])}`
    : random.pick([
        `${lastName(random, 'dutch')} ${random.pick(['straat', 'laan'])}`,
        'Lange Voorhout',
        'Grote Markt',
        'Korte Nieuwstraat',
        'Burgemeester de Vriesstraat',
        'Jan van Galenstraat',
        'Prins Hendrikkade',
        'Eerste Helmersstraat',
      ]);
  if (random.chance(0.05)) return { rows: [`Postbus ${digits(random, 4)}`, `${code} ${random.pick(cities.nl)}`], code };
  return {
    rows: [
      `${street} ${house(random)}${random.chance(0.2) ? random.pick(['a', '-2', ' hs', ' bus 4', '-B', 'III']) : ''}`,
      `${code} ${random.pick(cities.nl)}`,
    ],
    code,
  };
};

const poland: Country = (random) => {
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

function nordic(kind: 'sv' | 'da' | 'nb' | 'fi'): Country {
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

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const czechia: Country = (random) => {
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

const croatia: Country = (random) => {
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

const romania: Country = (random) => {
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

const COUNTRIES: Readonly<Record<string, readonly Country[]>> = {
  en: [usa, usa, usa, usa, usa, britain, britain, canada, australia, india, nigeria],
  es: [spain],
  fr: [france],
  de: [germany],
  it: [italy],
  pt: [portugal],
  nl: [netherlands],
  pl: [poland],
  sv: [nordic('sv')],
  da: [nordic('da')],
  nb: [nordic('nb')],
  fi: [nordic('fi')],
  cs: [czechia],
  hr: [croatia],
  ro: [romania],
};
const ALL = Object.values(COUNTRIES).flat();

/** A postal address in a text of this language: nine in ten from where it is spoken. */
export function makeAddress(random: Random, language: string): Address {
  const country = random.chance(0.88) ? random.pick(COUNTRIES[language] ?? ALL) : random.pick(ALL);
  const { rows, code } = country(random);
  const separator = random.chance(0.85) ? ', ' : random.chance(0.6) ? ' ' : ' - ';
  return { street: rows[0] ?? '', line: rows.join(separator), lines: rows.join('\n'), code };
}

/** PO box, or what stands for it in the language. */
export function makePostBox(random: Random, language: string): string {
  const box =
    {
      es: 'Apartado de Correos',
      fr: 'Boîte postale',
      de: 'Postfach',
      it: 'Casella postale',
      pt: 'Caixa Postal',
      nl: 'Postbus',
      pl: 'skr. poczt.',
      sv: 'Box',
      da: 'Postboks',
      nb: 'Postboks',
      fi: 'PL',
      cs: 'P. O. Box',
      hr: 'p.p.',
      ro: 'C.P.',
    }[language] ?? random.pick(['PO Box', 'P.O. Box', 'P.O. Box', 'PO BOX', 'Post Office Box']);
  return `${box} ${digits(random, 2 + random.below(4))}`;
}

/** A place name as it stands alone in prose: no finding. */
export function makeCity(random: Random, language: string): string {
  const key =
    language === 'en' ? random.pick(['us', 'gb', 'us', 'in', 'ca', 'au'] as const) : (language as keyof typeof cities);
  const list = random.chance(0.7) ? cities[key] : random.pick(Object.values(cities));
  return random.pick(list ?? cities.us);
}

export const allCities: readonly string[] = [...new Set(Object.values(cities).flat())];
