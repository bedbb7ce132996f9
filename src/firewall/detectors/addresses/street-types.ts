/**
 * Words that make a line a street. English: USPS Publication 28, Appendix C1 (primary names, common forms and standard
 * abbreviations), and what Royal Mail, Australia Post and India Post add. Other languages: the national postal operators' guides.
 */

/** How much a street type says on its own: 3 enough, 2 enough with a plain house number, 1 only with more around it. */
export type StreetStrength = 1 | 2 | 3;

const STRONG =
  'avenue ave street st road rd boulevard blvd lane ln drive dr court ct parkway pkwy highway hwy terrace crescent cres ' +
  'turnpike tpke stravenue expressway expy freeway fwy causeway cswy circle cir boul pkway crossroad crossroads trafficway ' +
  'throughway skyway underpass overpass motorway esplanade cct pde tce bvd streets roads';

const PLAIN =
  'alley annex arcade bayou beach bend bluff bluffs bottom branch bridge brook brooks burg burgs bypass camp canyon cape center ' +
  'centers centre circles cliff cliffs club common commons corner corners course courts cove coves creek crest crossing curve ' +
  'dale dam divide drives estate estates extension extensions fall falls ferry field fields flat flats ford fords forest ' +
  'forests forge forges fork forks fort garden gardens gateway glen glens green greens grove groves harbor harbors haven ' +
  'heights hill hills hollow hollows inlet island islands isle isles junction junctions key keys knoll knolls lake lakes land ' +
  'landing light lights loaf lock locks lodge loop loops mall manor manors meadow meadows mews mill mills mission mount ' +
  'mountain mountains neck orchard oval park parks parkways pass passage path paths pike pikes pine pines place plain plains ' +
  'plaza point points port ports prairie radial ramp ranch ranches rapid rapids rest ridge ridges river route row rue run ' +
  'shoal shoals shore shores spring springs spur spurs square squares station stream summit trace traces track tracks ' +
  'trail trails trailer tunnel tunnels union unions valley valleys viaduct view views village villages ville vista walk ' +
  'walks wall way ways well wells close gate wharf quay rise croft chase grange yard mead parade promenade circus embankment ' +
  'broadway vale wynd brae buildings cottages villas circuit nagar marg colony salai chowk bazaar drove retreat';

const SHORT =
  'allee aly ally anex anx annx arc av aven avenu avn avnue byu bayoo bch bnd blf bluf blfs btm bot bottm boulv br brnch brg brdge ' +
  'brk brks bg bgs byp bypa bypas byps cp cmp cyn canyn cnyn cpe causwa ctr cen cent centr cnter cntr ctrs circ circl ' +
  'crcl crcle cirs clf clfs clb cmn cmns cor cors crse cts cv cvs crk crsent crsnt crst xing crssng xrd xrds curv dl dm ' +
  'dv div dvd driv drv drs est ests exp expr express expw ext extn extnsn exts fls fry frry fld flds flt flts frd frds ' +
  'frst frg forg frgs frk frks ft frt freewy frway frwy gdn gardn grden grdn gdns grdns gtwy gatewy gatway gtway gln glns ' +
  'grn grns grv grov grvs hbr harb harbr hrbor hbrs hvn hts ht highwy hiway hiwy hway hl hls holw hllw holws inlt is ' +
  'islnd iss islnds jct jction jctn junctn juncton jcts jctns ky kys knl knol knls lk lks lndg lndng lgt lgts lf lck lcks ' +
  'ldg ldge lodg mnr mnrs mdw mdws medows ml mls msn missn mssn mtwy mt mnt mtn mntain mntn mountin mtin mtns mntns nck ' +
  'orch orchrd ovl opas prk parkwy pky pkwys psge pne pnes pl pln plns plz plza pt pts prt prts pr prr radl rad radiel ' +
  'rnch rnchs rpd rpds rst rdg rdge rdgs riv rvr rivr rds rte shl shls shr shrs shoar shoars skwy spg spng sprng ' +
  'spgs spngs sprngs sq sqr sqre squ sqs sqrs sta statn stn stra strav straven stravn strvn strvnue strm streme str ' +
  'strt sts smt sumit sumitt ter terr trwy trce trak trk trks trfy trl trls trlr trlrs tunl tunel tunls tunnl trnpk ' +
  'turnpk upas un uns vly vally vlly vlys vdct viadct vw vws vlg vill villag villg villiage vlgs vl vis vist vst ' +
  'vsta wy wl wls';

/** Common nouns among them: `250 Data Points` is no street, however it ends. */
export const COMMON_NOUNS: ReadonlySet<string> = new Set(
  (
    'point points key keys view views light lights lock locks path paths track tracks row run rest pass walk walks way ways port ports station union unions course courses ' +
    'plain plains common commons flat flats extension extensions center centers centre club field fields route branch bridge gateway gate circuit trace traces rise wall ' +
    'place places land spring springs fall falls loop loops divide stream tunnel tunnels view camp estate estates close square squares village villages parade building buildings'
  ).split(' '),
);

/** The short forms that people do write in running text. */
const SHORT_COMMON = new Set('av pl sq ter trl cv xing lndg plz pt rte ctr hts gdns grn gln vw byp jct rdg'.split(' '));

/** English street types by lower-case word. */
export const STREET_TYPES: ReadonlyMap<string, StreetStrength> = new Map<string, StreetStrength>([
  ...SHORT.split(' ').map((word): [string, StreetStrength] => [word, SHORT_COMMON.has(word) ? 2 : 1]),
  ...PLAIN.split(' ').map((word): [string, StreetStrength] => [word, 2]),
  ...STRONG.split(' ').map((word): [string, StreetStrength] => [word, 3]),
]);

/** Written after the number and before the name: La Poste, Canada Post (French), bpost, Vietnam Post. */
export const NUMBER_TYPE_NAME =
  'rue|avenue|av\\.|ave\\.?|boulevard|boul\\.|bd\\.?|blvd\\.?|place|pl\\.|allées?|all\\.|chemin|ch\\.|impasse|imp\\.|quai|cours|route|rte\\.?|' +
  'square|passage|voie|faubourg|fbg\\.?|sentier|esplanade|villa|cité|résidence|ruelle|montée|promenade|via|calle|đường|phố|jalan|jl\\.';

/** Ends of one word before the number: Deutsche Post, PostNL, PostNord, Posten, Posti, Pósturinn. */
export const STRONG_ENDINGS =
  'straße|strasse|straße|gasse|allee|chaussee|straat|gracht|laan|steenweg|gatan|vägen|gränd|vej|gade|stræde|gata|veien|vegen|katu|kuja|vænget|vangen|plein|dreef|plantsoen|singel|väylä|raitti|polku|kaari|körút|határút|főtér';

export const PLAIN_ENDINGS =
  'str\\.|str|weg|platz|ufer|damm|steig|ring|wall|markt|hof|kade|dijk|torget|stigen|backen|allén|' +
  'allé|gate|vei|veg|plass|tie|aukio|berg|graben|brink|pad|parken|toften|leden|gaten|gaden|vejen|gränden|steeg|rinne|linja';

/** Words that end like a street and are none. Lower case, whole word. */
export const NOT_STREETS: ReadonlySet<string> = new Set(
  (
    'string substring spring during bearing wiring wring offspring hamstring drawstring arbeitsplatz stellplatz speicherplatz ' +
    'steckplatz startplatz sitzplatz tabellenplatz studienplatz listenplatz schlafplatz parkplatz spielplatz brigade renegade ' +
    'necktie zombie laundromat irrweg umweg ausweg keineswegs investigate aggregate delegate interrogate navigate propagate ' +
    'mitigate surrogate congregate segregate abrogate gate firewall wall berg bahnhof friedhof markt tie pad ipad ' +
    'thinkpad notepad touchpad launchpad trackpad keypad keyring boxing hiring monitoring engineering ordering rendering ' +
    'filtering scoring storing caring sharing exploring measuring manufacturing restructuring featuring ensuring ' +
    'configuring entering exploring gathering hearing iceberg heidelberg nürnberg nuremberg spielberg goldberg bloomberg ' +
    'zuckerberg rosenberg greenberg steinberg weinberg eisenberg heisenberg gutenberg colgate alumingate vigilante ' +
    'appendstring tostring colgate substr subdelegate'
  ).split(' '),
);

/** Street words standing before the name, number last: Correos, Poste Italiane, CTT, Correios, Poczta Polska, and others. */
export const SURE_TYPES =
  'Calle|C/|c/|Avda\\.?|Av\\.|AV\\.|Avenida|Avinguda|Pza\\.?|Plaça|Paseo|Passeig|Pº|Carrer|Carretera|Ctra\\.|' +
  'Travesía|Calzada|Calz\\.|Urbanización|Urb\\.|Glorieta|Jirón|Rambla|V\\.le|Piazza|P\\.zza|P\\.za|Piazzale|' +
  'C\\.so|Vicolo|Contrada|Lungomare|Lungotevere|Località|Rua|Travessa|Praça|Pça\\.|Alameda|Estrada|Rodovia|' +
  'Rod\\.|Beco|Ladeira|Urbanização|ul\\.|Ul\\.|ulica|Ulica|Al\\.|aleja|Aleja|Aleje|Pl\\.|Plac|os\\.|Os\\.|' +
  'osiedle|Osiedle|ulice|Ulice|náměstí|Náměstí|nám\\.|tř\\.|třída|Bd\\.|B-dul|Calea|Șos\\.|Șoseaua|Aleea|Piața|' +
  'ул\\.|улица|Улица|пр\\.|пр-т|пр-кт|просп\\.|проспект|Проспект|пер\\.|переулок|пл\\.|площадь|бул\\.|бульвар|' +
  'б-р|наб\\.|набережная|шоссе|проезд|вул\\.|вулиця|площа|майдан|провулок|пров\\.|Οδός|οδός|Οδ\\.|Λεωφόρος|Λεωφ\\.|Πλατεία|' +
  'Jl\\.|Jalan|Jln\\.|Lorong|Rruga|Đường|đường|Phố|phố|Blvd\\.|Cerrada|Carr\\.|Callejón|Bairro|Azinhaga|' +
  'Calçada|Calcada|Piazzetta|rondo|rynek|skwer|bulwar|wybrzeże|Rondo|Rynek|Skwer|Chemin|chemin|Impasse|impasse|' +
  'Allée|allée|Petite rue|аллея|Παρ\\.|Πάροδος|rue|Rue|boulevard|chaussée|Chaussée|شارع|רחוב|ถนน';

/** The same, but words of everyday or of other languages too: `Via`, `Plaza`, `Sector`. They need a little more around them. */
export const SHARED_TYPES =
  'Cl\\.|Plaza|Carrera|Ronda|Camino|Privada|Jr\\.|Pasaje|Diagonal|Transversal|Via|Viale|Corso|Strada|Largo|' +
  'Quinta|al\\.|pl\\.|plac|Str\\.|str\\.|Bulevardul|Trg|trg|bul\\.|Bul\\.|ш\\.|Λ\\.|Gang|Sección|Edificio|' +
  'Colegio|Terrenos|Parcela|Aldea|Caserío|Caserio|Bloque|Barrio|Bajada|Barranco|Cuesta|Chalet|Extrarradio|' +
  'Explanada|Extramuros|Grupo|Huerta|Jardines|Lugar|Manzana|Masía|Muelle|Parque|Partida|Poblado|Polígono|' +
  'Prolongación|Puente|Rampa|Riera|Rincón|Salida|Sector|Senda|Solar|Subida|Torrente|Vía|Viaducto|Circuito|' +
  'Boulevard|Bulevar|Andador|Acesso|Escadas|Marginal|Incrocio|Borgo|Rotonda|ogród|park|droga|wyspa|Bulwar|' +
  'Passage|passage|Quai|quai|Voie|Square|Drève|Clos|Intrarea|Splaiul|Drumul|avenue|Avenue|place|Place';

/** Street words that stand between the name and the number. */
export const NAME_TYPE_NUMBER =
  'utca|út|útja|tér|körtér|lakótelep|fasor|dűlő|köz|sugárút|tere|körút|krt\\.|sétány|u\\.|Straße|Strasse|Str\\.|straße|strasse|Weg|Platz|Allee|Ring|Damm|Ufer|Gasse|Markt|straat|laan|plein|gatan|väg|gata|gate|vei|' +
  'Väg|Gata|Gränd|Gate|Vei|Veg|Allé|аллея|ул\\.|пл\\.|пр\\.|пер\\.|наб\\.|площадь|вулиця|майдан|площа|Caddesi|Cad\\.|Cadde|Cd\\.|Sokak|Sokağı|Sok\\.|Sk\\.|Bulvarı|Blv\\.|Mahallesi|Mah\\.|iela|tn|tänav|gatvė|g\\.|улица|проспект|переулок|шоссе|бульвар|набережная|cesta|ulica|put|náměstí|nábřeží';
