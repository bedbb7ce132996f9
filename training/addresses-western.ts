import { type Country, cities, digits, firstName, house, lastName, letters } from './address-parts.ts';
import { fakerList } from './faker-data.ts';
import type { Random } from './random.ts';

// Addresses of western and southern Europe and Latin America.

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

export const germany: Country = (random) => {
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

export const france: Country = (random) => {
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

export const spain: Country = (random) => {
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

export const italy: Country = (random) => {
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

export const portugal: Country = (random) => {
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

export const netherlands: Country = (random) => {
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
