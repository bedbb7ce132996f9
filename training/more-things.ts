/** More places, teams, papers, firms and products that prose names without saying what they are. Written down by us. */
const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const MORE_PLACES =
  list(`Aarhus, Odense, Aalborg, Esbjerg, Randers, Kolding, Horsens, Vejle, Roskilde, Helsingør, Silkeborg, Næstved, Fredericia, Viborg, Køge, Jylland, Fyn, Sjælland, Bornholm, Lolland,
Falster, Amager, Vesterbro, Nørrebro, Østerbro, Frederiksberg, Grønland, Færøerne, Skåne, Småland, Dalarna, Norrland, Gotland, Öland, Uppsala, Malmö, Göteborg, Linköping, Örebro, Västerås, Norrköping,
Lund, Umeå, Gävle, Södertälje, Borås, Halmstad, Växjö, Karlstad, Sundsvall, Östersund, Kalmar, Visby, Kiruna, Bergen, Trondheim, Stavanger, Tromsø, Drammen, Kristiansand, Bodø, Ålesund, Lillehammer, Svalbard,
Tampere, Turku, Espoo, Oulu, Vantaa, Lapland, Split, Rijeka, Osijek, Zadar, Pula, Dubrovnik, Karlovac, Varaždin, Šibenik, Sisak, Vukovar, Slavonija, Istra, Dalmacija, Kvarner, Zagorje, Hrvatska, Hercegovina, Mostar,
Banja Luka, Tuzla, Zenica, Novi Sad, Niš, Kragujevac, Subotica, Vojvodina, Kosovo, Priština, Podgorica, Skopje, Tirana, Maribor, Celje, Koper, Trst, Beč, Lisboa, Porto, Braga, Coimbra, Aveiro, Faro, Évora, Setúbal,
Leiria, Viseu, Guarda, Beja, Santarém, Viana do Castelo, Vila Real, Bragança, Castelo Branco, Portalegre, Guimarães, Cascais, Sintra, Oeiras, Almada, Amadora, Loures, Matosinhos, Gaia, Barreiro, Seixal, Alentejo, Algarve,
Minho, Douro, Ribatejo, Beira Interior, Trás-os-Montes, Madeira, Açores, Funchal, Ponta Delgada, Macau, Timor, Goa, Luanda, Maputo, Bissau, Praia, São Tomé, Curitiba, Porto Alegre, Belo Horizonte, Salvador, Recife,
Fortaleza, Manaus, Belém, Natal, Maceió, Aracaju, Teresina, São Luís, Goiânia, Cuiabá, Campo Grande, Vitória, Florianópolis, Joinville, Londrina, Maringá, Campinas, Santos, Sorocaba, Ribeirão Preto, Guarulhos, Osasco,
Niterói, Petrópolis, Uberlândia, Juiz de Fora, Ouro Preto, Feira de Santana, Ilhéus, Olinda, Caruaru, Campina Grande, João Pessoa, Palmas, Porto Velho, Rio Branco, Boa Vista, Macapá, Minas Gerais, Rio Grande do Sul, Bahia,
Pernambuco, Ceará, Paraná, Santa Catarina, Goiás, Mato Grosso, Pará, Amazonas, Maranhão, Piauí, Alagoas, Sergipe, Rondônia, Roraima, Acre, Tocantins, Espírito Santo, Copacabana, Ipanema, Leblon, Barra da Tijuca, Morumbi,
Pinheiros, Moema, Itaim, Tatuapé, Lapa, Avenida Paulista, Nordeste, Sudeste, Baixada Fluminense, Sevilla, Valencia, Bilbao, Zaragoza, Granada, Córdoba, Murcia, Vigo, Gijón, Oviedo, Burgos, Valladolid, Salamanca, Toledo, León,
Cádiz, Huelva, Almería, Asturias, Cantabria, Aragón, Extremadura, Rosario, Mendoza, Tucumán, Guadalajara, Monterrey, Puebla, Tijuana, Cancún, Oaxaca, Medellín, Cali, Cartagena, Quito, Guayaquil, La Paz, Asunción, Managua,
Marseille, Lyon, Toulouse, Nice, Nantes, Bordeaux, Lille, Rennes, Reims, Grenoble, Dijon, Angers, Brest, Tours, Limoges, Amiens, Metz, Nancy, Rouen, Caen, Orléans, Strasbourg, Avignon, Cannes, Saint-Denis, Versailles, Alsace,
Lorraine, Bourgogne, Corse, Hamburg, München, Köln, Frankfurt, Stuttgart, Düsseldorf, Dortmund, Essen, Leipzig, Bremen, Dresden, Hannover, Nürnberg, Duisburg, Bochum, Bonn, Münster, Mannheim, Karlsruhe, Augsburg, Wiesbaden,
Kiel, Aachen, Lübeck, Rostock, Mainz, Kassel, Potsdam, Graz, Linz, Salzburg, Innsbruck, Basel, Bern, Lausanne, Luzern, Milano, Torino, Napoli, Palermo, Genova, Bologna, Firenze, Bari, Catania, Venezia, Verona, Messina, Padova,
Trieste, Brescia, Parma, Modena, Rotterdam, Utrecht, Eindhoven, Groningen, Tilburg, Breda, Nijmegen, Maastricht, Leiden, Delft, Haarlem, Antwerp, Ghent, Bruges, Leuven, Manchester, Birmingham, Leeds, Sheffield, Bristol,
Newcastle, Nottingham, Leicester, Coventry, Bradford, Cardiff, Swansea, Belfast, Edinburgh, Glasgow, Aberdeen, Dundee, Brighton, Plymouth, Southampton, Portsmouth, Norwich, York, Bath, Exeter, Derby, Lancaster, Lincoln, Durham,
Essex, Kent, Sussex, Surrey, Devon, Cornwall, Dorset, Somerset, Norfolk, Suffolk, Yorkshire, Cumbria, Wales, Scotland, Ulster, Brooklyn, Manhattan, Queens, Bronx, Harlem, Staten Island, Long Island, Jersey, Newark, Buffalo,
Albany, Rochester, Syracuse, Pittsburgh, Cleveland, Columbus, Cincinnati, Dayton, Toledo, Akron, Indianapolis, Milwaukee, Madison, Minneapolis, St. Paul, Des Moines, Omaha, Lincoln, Wichita, Kansas City, St. Louis, Memphis,
Nashville, Knoxville, Louisville, Lexington, Charlotte, Raleigh, Durham, Greensboro, Charleston, Columbia, Savannah, Augusta, Jacksonville, Orlando, Tampa, Tallahassee, Birmingham, Montgomery, Mobile, Jackson, Baton Rouge,
Little Rock, Tulsa, Oklahoma City, Fort Worth, San Antonio, El Paso, Lubbock, Galveston, Corpus Christi, Albuquerque, Santa Fe, Tucson, Mesa, Scottsdale, Reno, Boise, Provo, Spokane, Tacoma, Eugene, Portland, Salem, Sacramento,
Oakland, Berkeley, San Jose, Palo Alto, Fresno, Bakersfield, Long Beach, Pasadena, Anaheim, Malibu, Santa Monica, Beverly Hills, Anchorage, Juneau, Honolulu, Maui, Carolina, North Carolina, South Carolina, Virginia, West Virginia,
Maryland, Delaware, Pennsylvania, Connecticut, Vermont, Maine, New Hampshire, Rhode Island, Massachusetts, Ohio, Michigan, Illinois, Indiana, Wisconsin, Minnesota, Iowa, Missouri, Nebraska, Dakota, Montana, Wyoming, Colorado,
Utah, Nevada, Arizona, New Mexico, Oregon, Idaho, Louisiana, Mississippi, Alabama, Tennessee, Kentucky, Arkansas, Oklahoma, Kansas, Calgary, Edmonton, Winnipeg, Ottawa, Halifax, Regina, Victoria, Alberta, Manitoba, Nova Scotia,
Sydney, Melbourne, Brisbane, Perth, Adelaide, Canberra, Darwin, Hobart, Queensland, Tasmania, Auckland, Wellington, Christchurch, Durban, Pretoria, Soweto, Harare, Lusaka, Kampala, Addis Ababa, Accra, Abuja, Kano, Dakar, Abidjan,
Bamako, Tunis, Algiers, Tripoli, Khartoum, Mogadishu, Kinshasa, Basra, Mosul, Najaf, Karbala, Kirkuk, Tikrit, Ramadi, Aleppo, Homs, Amman, Haifa, Hebron, Nablus, Ramallah, Rafah, Riyadh, Jeddah, Medina, Dubai, Abu Dhabi, Doha,
Muscat, Sanaa, Aden, Isfahan, Shiraz, Tabriz, Herat, Kandahar, Peshawar, Islamabad, Rawalpindi, Quetta, Swat, Waziristan, Bangalore, Chennai, Hyderabad, Kolkata, Pune, Ahmedabad, Jaipur, Lucknow, Kerala, Goa, Gujarat, Bihar,
Assam, Colombo, Kathmandu, Yangon, Phnom Penh, Vientiane, Kuala Lumpur, Bali, Java, Sumatra, Aceh, Borneo, Guangzhou, Shenzhen, Chengdu, Wuhan, Nanjing, Xinjiang, Taiwan, Okinawa, Hiroshima, Nagoya, Sapporo, Kobe, Fukushima, Busan,
Chechnya, Grozny, Crimea, Donetsk, Odessa, Lviv, Minsk, Vilnius, Riga, Tallinn, St. Petersburg, Novosibirsk, Vladivostok, Kraków, Gdańsk, Wrocław, Poznań, Łódź, Brno, Ostrava, Bratislava, Košice, Budapest, Debrecen, Cluj, Iași,
Timișoara, Brașov, Sofija, Plovdiv, Varna, Thessaloniki, Crete, Cyprus, Nicosia, Malta, Izmir, Antalya, Bosnia, Caucasus, Danube, Rhine, Thames, Seine, Tejo, Amazônia, Andes, Patagonia, Antarctica, Galapagos, Bermuda, Guam, Puerto Rico`);

export const MORE_NAMES_OF_THINGS =
  list(`Benfica, Sporting, FC Porto, Boavista, Marítimo, Vitória de Guimarães, Belenenses, Académica, Gil Vicente, Flamengo, Vasco, Vasco da Gama, Fluminense, Botafogo, Corinthians,
Palmeiras, São Paulo FC, Santos FC, Portuguesa, Ponte Preta, Guarani, Grêmio, Internacional, Cruzeiro, Atlético Mineiro, Bahia, Sport Recife, Náutico, Santa Cruz, Ceará, Goiás, Coritiba, Figueirense, Juventude, Bragantino,
Boca Juniors, River Plate, Peñarol, Real Madrid, Real Sociedad, Atlético de Madrid, Barça, Betis, Milan, Inter, Roma, Lazio, Fiorentina, Sampdoria, Atalanta, Udinese, Marseille, Monaco, Paris Saint-Germain, Schalke, Werder,
Borussia, Hertha, Bayern, Wolfsburg, Ajax, Feyenoord, PSV, Anderlecht, Celtic, Rangers, Hearts, Everton, Tottenham, Fulham, Aston Villa, West Ham, Crystal Palace, Brøndby, FC København, Midtjylland, AGF, OB, Malmö FF, AIK,
Djurgården, Hammarby, IFK Göteborg, Rosenborg, Hajduk, Dinamo, Hajduk Split, Dinamo Zagreb, Cibona, Crvena zvezda, Partizan, Mets, Dodgers, Cubs, Braves, Knicks, Celtics, Bulls, Spurs, Jets, Patriots, Packers, Steelers, Raiders,
Longhorns, Bruins, Ferrari, McLaren, Williams, Benetton, Lotus, Jordan, Tyrrell, Minardi, Arrows, Ligier, Porsche, Lamborghini, Chrysler, Dodge, Pontiac, Buick, Cadillac, Lincoln, Mercury, Harley-Davidson, Yamaha, Suzuki, Kawasaki,
Folha de S. Paulo, O Globo, Estadão, Veja, Isto É, Jornal do Brasil, Público, Expresso, Diário de Notícias, Correio da Manhã, Rede Globo, TV Cultura, SBT, RTP, SIC, TVI, Bandeirantes, Politiken, Berlingske, Jyllands-Posten,
Ekstra Bladet, Information, Weekendavisen, Danmarks Radio, Dagens Nyheter, Svenska Dagbladet, Aftonbladet, Expressen, Aftenposten, Dagbladet, Večernji list, Jutarnji list, Novi list, Vjesnik, Slobodna Dalmacija, Le Figaro,
Libération, El Mundo, La Repubblica, Corriere della Sera, Der Spiegel, Stern, Focus, Bild, Time, Newsweek, Forbes, Fortune, Playboy, Vogue, Economist, Wall Street Journal, Los Angeles Times, Chicago Tribune, Boston Globe, USA Today,
Daily Mail, Telegraph, Financial Times, Mirror, Nature, Science, Lancet, Itaú, Bradesco, Unibanco, Banespa, Banco do Brasil, Caixa Econômica Federal, Petrobras, Vale, Embraer, Varig, Gol, Odebrecht, Gerdau, Votorantim, Ambev,
Brahma, Antarctica, Sadia, Perdigão, Pão de Açúcar, Casas Bahia, Natura, Galp, EDP, Sonae, Jerónimo Martins, Millennium, Espírito Santo, Champalimaud, Banco Santander, Telefónica, Repsol, Iberia, Maersk, Mærsk, Novo Nordisk,
Danske Bank, Nordea, Bang & Olufsen, Grundfos, Danfoss, Vestas, Tuborg, Arla, Bilka, Netto, Føtex, Atlas Copco, Scania, Saab, Sandvik, Electrolux, Handelsbanken, Wallenberg, Hennes & Mauritz, Skanska, Statoil, Telenor, Norsk Hydro,
Pliva, Podravka, Konzum, Agrokor, INA, Končar, Franck, Kraš, Zagrebačka banka, Croatia Airlines, Enron, Dynegy, Halliburton, Bechtel, Lockheed Martin, Raytheon, Northrop Grumman, Goldman, Lehman Brothers, Bear Stearns, Citigroup,
Wells Fargo, Chase, JP Morgan, Barclays, Lloyds, HSBC, Deutsche Bank, Credit Suisse, UBS, Arthur Andersen, Ernst & Young, Deloitte, McKinsey, Price Waterhouse, Skadden, Vinson & Elkins, Baker & McKenzie, Procter & Gamble,
Johnson & Johnson, Kellogg, Kraft, Heinz, Campbell, Hershey, Cadbury, Mars, Wrigley, Gillette, Colgate, Nabisco, Sara Lee, Wendy's, Burger King, Taco Bell, Pizza Hut, Dairy Queen, Dunkin' Donuts, Baskin-Robbins, Ben & Jerry's,
Home Depot, Lowe's, Macy's, Sears, Kmart, JC Penney, Kohl's, Nordstrom, Bloomingdale's, Saks, Neiman Marcus, Tiffany, Cartier, Hermès, Dior, Armani, Versace, Hugo Boss, Levi's, Wrangler, Timberland, Lacoste, Hewlett-Packard, Compaq,
Motorola, Bell Labs, Texas Instruments, Sun Microsystems, Novell, Netscape, Mozilla, Adobe, Intuit, Linksys, Garmin, Fitbit, Roomba, Dyson, Hoover, Whirlpool, Kenmore, Maytag, Duracell, Energizer, Kodak, Fuji, Polaroid, Leica, Gibson,
Fender, Steinway, Rolls-Royce, Bentley, Jaguar, Mini, Cooper, Rover, Vauxhall, Opel, Corsa, Golf, Polo, Passat, Corolla, Camry, Civic, Accord, Focus, Fiesta, Mustang, Corvette, Clio, Megane, Twingo, Panda, Punto, Volvo Ocean Race,
Roland Garros, Wimbledon, Copa América, Copa Libertadores, Taça de Portugal, Champions League, Tour de France, Giro, Vuelta, Oscar, Grammy, Emmy, Tony, Nobel, Pulitzer, Booker, Golden Globe, Palme d'Or, Cannes, Sundance, Eurovision,
Star Wars, Star Trek, Harry Potter, Lord of the Rings, Hamlet, Macbeth, Othello, King Lear, Don Quixote, Faust, Carmen, Aida, Tosca, La Traviata, Don Giovanni, Simpsons, Friends, Seinfeld, Sex and the City, Dallas, Dynasty, Lost,
Batman, Superman, Spider-Man, Titanic, Avatar, Casablanca, Rocky, Rambo, Godzilla, King Kong, Dracula, Frankenstein, Bambi, Dumbo, Pinocchio, Hezbollah, Mossad, Gestapo, Wehrmacht, Luftwaffe, Bundesbank, Reichstag, Knesset, Duma, Sejm,
Folketinget, Riksdagen, Stortinget, Christiansborg, Rosenbad, Hrvatski sabor, Sabor, Banski dvori, Planalto, Itamaraty, Assembleia da República, Casa Civil, Câmara dos Deputados, Congresso Nacional, Supremo Tribunal Federal,
Polícia Federal, Ministério Público, Receita Federal, Venstre, Socialdemokratiet, Dansk Folkeparti, Radikale, Enhedslisten, Moderaterna, Centerpartiet, Kristdemokraterna, Vänsterpartiet, Tories, Labour, Lib Dems, Linux, Java, Pascal,
Ada, Delphi, Julia, Sinn Féin, Fianna Fáil, Fatah, Tamil Tigers, Zapatista, Sandinista, Talmud, Torah, Genesis, Exodus, Gospel, Vatican, Zen, Tao, Yoga, Karma, Ramayana, Easter, Lent, Advent, Carnaval, Natal, Páscoa, Sankt Hans, Fastelavn`);

/** What stands before a person's name to make it a street, a house or an institution, by language. */
export const NAMED_AFTER: Readonly<Record<string, readonly string[]>> = {
  es: list(
    'calle, avenida, plaza, Calle, Avenida, Plaza, Paseo, Hospital, Colegio, Instituto, Universidad, Hotel, Teatro, Museo, Estadio, Premio, Fundación, Banco, Grupo, Editorial, Torre, Aeropuerto, Puente, Palacio, Casa, Puerto, Villa, ley, caso',
  ),
  pt: list(
    'rua, avenida, praça, Rua, Avenida, Praça, Largo, Travessa, Estrada, Hospital, Escola, Colégio, Instituto, Universidade, Hotel, Teatro, Museu, Estádio, Prêmio, Prémio, Fundação, Banco, Grupo, Editora, Aeroporto, Ponte, Palácio, Casa, Porto, Vila, Jardim, Parque, Shopping, Cine, Restaurante, Livraria, Galeria, Centro Cultural, Câmara Municipal de, Prefeitura de, Junta de Freguesia de, Faculdade, Igreja de, Edifício, Túnel, Viaduto, Rádio, TV, lei, Lei, caso, Plano, Operação, Taça, Clínica, Construtora, Usina, Morro, Favela, Comarca de, Diocese de, Serra, Rio, Lagoa, Ilha, Barragem de, Fazenda',
  ),
  fr: list(
    'rue, avenue, place, boulevard, Rue, Place, lycée, Lycée, hôpital, Hôpital, collège, école, Institut, Université, Hôtel, Théâtre, Musée, stade, Stade, Prix, prix, Fondation, Banque, Groupe, éditions, Éditions, aéroport, pont, Pont, Palais, Maison, affaire, loi, square, quai, Château',
  ),
  de: list(
    'Hotel, Stiftung, Haus, Café, Firma, Verlag, Autohaus, Bäckerei, Apotheke, Galerie, Institut, Gasthof, Villa, Schloss, Kanzlei, Praxis, Gruppe, Fall, Affäre, Brauerei, Kaserne, Klinik, Kloster, Theater',
  ),
  it: list(
    'via, piazza, corso, viale, Via, Piazza, Corso, Ospedale, Liceo, Istituto, Università, Hotel, Teatro, Museo, Stadio, Premio, Fondazione, Banca, Gruppo, Edizioni, Aeroporto, Ponte, Palazzo, Casa, Villa, legge, caso, Cantine',
  ),
  nl: list(
    'Hotel, Stichting, Huize, Café, Uitgeverij, Garage, Bakkerij, Museum, Instituut, Villa, Kasteel, zaak, Groep, Theater, Station, Restaurant, Winkelcentrum',
  ),
  pl: list(
    'ulica, ulicy, plac, ul., al., Aleja, Szpital, Liceum, Szkoła, Instytut, Hotel, Teatr, Muzeum, Stadion, Nagroda, Fundacja, Bank, Grupa, Wydawnictwo, Most, Pałac, Zamek, sprawa, Rondo',
  ),
  sv: list(
    'Hotell, Stiftelsen, Café, Firma, Förlaget, Restaurang, Galleri, Villa, Grand Hotel, Sankt, Gruppen, Fallet, Kvarteret, Lake, Slottet, Bokförlaget, Priset, Museet',
  ),
  da: list(
    'Hotel, Fonden, Café, Firmaet, Forlaget, Restaurant, Galleri, Villa, Sankt, Gruppen, Sagen, Fa., Slottet, Museet, Kroen, Skolen, Banken, Færgen, Bageriet, Rederiet, Advokatfirmaet',
  ),
  nb: list(
    'Hotell, Stiftelsen, Kafé, Firmaet, Forlaget, Restaurant, Galleri, Villa, Sankt, Gruppen, Saken, Museet, Skolen, Banken',
  ),
  fi: list('Hotelli, Säätiö, Kahvila, Ravintola, Galleria, Villa, Kustantamo, Yhtiö, Museo, Koulu'),
  cs: list(
    'ulice, ulici, náměstí, Nemocnice, Gymnázium, Škola, Institut, Hotel, Divadlo, Muzeum, Stadion, Cena, Nadace, Banka, Skupina, Nakladatelství, Most, Palác, Vila, Zámek, kauza',
  ),
  hr: list(
    'ulica, Ulica, ulici, trg, Trg, trgu, Bolnica, bolnica, Gimnazija, Škola, Institut, Hotel, hotel, Kazalište, Muzej, Stadion, Nagrada, Zaklada, Banka, Grupa, Nakladnik, Most, Palača, Vila, Dvorac, slučaj, Klub, NK, HNK, Zračna luka, tvrtka, restoran, Općina, Grad, Otok',
  ),
  ro: list(
    'strada, Strada, bulevardul, piața, Piața, Spitalul, Liceul, Colegiul, Școala, Institutul, Universitatea, Hotel, Teatrul, Muzeul, Stadionul, Premiul, Fundația, Banca, Grupul, Editura, Podul, Palatul, Casa, cazul, legea',
  ),
};
