import { fakerWords } from './faker-data.ts';
import { cultures } from './people.ts';
import type { Random } from './random.ts';

/** How a country writes an address: its rows, and the postcode among them. */
export type Country = (random: Random) => { readonly rows: readonly string[]; readonly code: string };

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.below(10)).join('');
export const house = (random: Random, most = 240): string =>
  `${1 + random.below(random.chance(0.7) ? Math.min(most, 90) : most)}`;
export const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.pick('ABCDEFGHJKLMNPRSTUVWXY'.split(''))).join('');
export const lastName = (random: Random, culture: string): string => random.pick(cultures[culture]?.last ?? ['Park']);
export const firstName = (random: Random, culture: string): string => random.pick(cultures[culture]?.first ?? ['Park']);

export const cities = {
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

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
