/** States, provinces and countries as they stand in addresses: USPS Publication 28 Appendix B, Canada Post, Australia Post, ISO 3166. */

export const US_STATES = (
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN ' +
  'TX UT VT VA WA WV WI WY DC PR GU VI AS MP FM MH PW'
).split(' ');

const CA_PROVINCES = 'AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' ');
const AU_STATES = 'NSW VIC QLD SA WA TAS NT ACT'.split(' ');

/** Alternation of abbreviations written in capitals. */
export const REGION_CODES = [...new Set([...AU_STATES, ...US_STATES, ...CA_PROVINCES])].join('|');

export const REGION_NAMES =
  'Alabama|Alaska|Arizona|Arkansas|California|Calif\\.|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|' +
  'Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|' +
  'New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|' +
  'South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|' +
  'Puerto Rico|Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island|' +
  'Quebec|Québec|Saskatchewan|Yukon|New South Wales|Victoria|Queensland|South Australia|Western Australia|Tasmania|' +
  'Karnataka|Maharashtra|Tamil Nadu|Kerala|Gujarat|Rajasthan|Uttar Pradesh|West Bengal|Telangana|Punjab|Haryana|' +
  'London|Surrey|Kent|Essex|Sussex|Hampshire|Lancashire|Yorkshire|Devon|Cornwall|Norfolk|Suffolk|Cheshire|Hertfordshire';

export const COUNTRIES =
  'United States of America|United States|USA|U\\.S\\.A\\.|US|United Kingdom|UK|U\\.K\\.|Great Britain|England|Scotland|Wales|Northern Ireland|' +
  'Ireland|Canada|Australia|New Zealand|India|Pakistan|Bangladesh|South Africa|Kenya|Nigeria|Ghana|Germany|Deutschland|Austria|' +
  'Österreich|Switzerland|Schweiz|Suisse|Svizzera|France|Belgium|Belgique|België|Luxembourg|Netherlands|The Netherlands|' +
  'Nederland|Spain|España|Portugal|Italy|Italia|Poland|Polska|Czech Republic|Czechia|Česká republika|Česko|Slovakia|Slovensko|' +
  'Hungary|Magyarország|Romania|România|Bulgaria|Greece|Ελλάδα|Turkey|Türkiye|Denmark|Danmark|Sweden|Sverige|Norway|' +
  'Norge|Finland|Suomi|Iceland|Ísland|Estonia|Latvia|Lithuania|Croatia|Hrvatska|Slovenia|Slovenija|Serbia|Ukraine|' +
  'Україна|Russia|Россия|Israel|Saudi Arabia|United Arab Emirates|UAE|Egypt|Morocco|Maroc|Tunisia|Brazil|Brasil|Argentina|' +
  'Chile|Colombia|Peru|Perú|Mexico|México|Venezuela|Ecuador|Uruguay|Costa Rica|Japan|China|South Korea|Korea|Taiwan|' +
  'Hong Kong|Singapore|Malaysia|Indonesia|Philippines|Thailand|Vietnam|Việt Nam|Cyprus|Malta|Greenland';
