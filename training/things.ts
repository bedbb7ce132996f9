/** Capitalised things that are no people: brands, products, technologies, institutions. Written down by us. */
const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const BRANDS =
  list(`Google, Microsoft, Apple, Amazon, Facebook, Meta, Netflix, Tesla, Toyota, Honda, Ford, BMW, Audi, Volkswagen, Mercedes, Renault,
Peugeot, Fiat, Volvo, Nissan, Hyundai, Kia, Samsung, Sony, Nokia, Huawei, Xiaomi, Lenovo, Dell, HP, Asus, Acer, Canon, Nikon, Panasonic, Philips,
Siemens, Bosch, IKEA, Lidl, Aldi, Tesco, Walmart, Costco, Target, Starbucks, Subway, Pepsi, Coca-Cola, Nestle, Danone, Unilever, Nike, Adidas, Puma,
Gucci, Prada, Chanel, Rolex, Lego, Disney, Pixar, Marvel, Nintendo, PlayStation, Xbox, Steam, Spotify, YouTube, Instagram, TikTok, Twitter, Snapchat,
WhatsApp, Telegram, Signal, Zoom, Slack, Teams, Discord, Skype, Gmail, Outlook, Yahoo, Bing, Chrome, Firefox, Safari, Edge, Opera, Windows, Linux,
Ubuntu, Debian, Fedora, Android, iPhone, iPad, MacBook, Kindle, Alexa, Siri, Cortana, ChatGPT, Copilot, Gemini, Claude, Python, Java, JavaScript,
TypeScript, Rust, Go, Ruby, Kotlin, Swift, Scala, Haskell, Perl, Docker, Kubernetes, Jenkins, GitHub, GitLab, Jira, Confluence, Notion, Trello,
Asana, Figma, Photoshop, Excel, Word, PowerPoint, Postgres, PostgreSQL, MySQL, Oracle, MongoDB, Redis, Kafka, Elasticsearch, Grafana, Prometheus,
Terraform, Ansible, Nginx, Apache, React, Angular, Vue, Svelte, Django, Flask, Rails, Laravel, Spring, Node, Deno, Bun, Webpack, Vite, Stripe, PayPal,
Visa, Mastercard, Revolut, Klarna, Bitcoin, Ethereum, Uber, Lyft, Bolt, Airbnb, Booking, Expedia, Ryanair, Lufthansa, Emirates, FedEx, UPS, DHL,
Salesforce, SAP, Zendesk, HubSpot, Intercom, Shopify, WordPress, Wix, Squarespace, Mailchimp, Dropbox, OneDrive, iCloud, Azure, AWS, Cloudflare,
Heroku, Vercel, Netlify, Twilio, Okta, Auth0, Datadog, Sentry, Splunk, Snowflake, Databricks, Tableau, Power BI, Looker, Airflow, Spark, Hadoop,
PyTorch, TensorFlow, Keras, NumPy, Pandas, Jupyter, Anaconda, OpenAI, Anthropic, DeepMind, Nvidia, Intel, AMD, Qualcomm, Cisco, Ericsson, Boeing,
Airbus, Shell, Exxon, BP, Total, Gazprom, Pfizer, Moderna, Bayer, Novartis, Roche, Merck, Tylenol, Advil, Ibuprofen, Ozempic, Lipitor, Xanax, Prozac,
Viagra, Botox, Teflon, Velcro, Kleenex, Lays, Oreo, KitKat, Nutella, Heineken, Carlsberg, Guinness, Budweiser, Corona, McDonald's, Wendy's, Domino's,
Chipotle, Nando's, Primark, Zara, Mango, Decathlon, Carrefour, Auchan, Mercadona, Migros, Coop, Rema, Biedronka, Allegro, Zalando, Otto, Bolia`);

export const INSTITUTIONS =
  list(`United Nations, European Union, European Commission, World Health Organization, World Bank, Red Cross, White House, Supreme Court,
House of Commons, House of Lords, Labour Party, Conservative Party, Democratic Party, Republican Party, Green Party, Bundestag, Bundesliga, Premier League,
Champions League, World Cup, Olympic Games, Super Bowl, Real Madrid, Manchester United, Arsenal, Chelsea, Liverpool, Juventus, Barcelona, Bayern Munich,
Ajax, Benfica, Dynamo, Lakers, Yankees, Red Sox, Cowboys, Eagles, Tigers, Giants, Warriors, New York Times, Washington Post, Guardian, Le Monde, Die Zeit,
El País, Reuters, Associated Press, Al Jazeera, BBC, CNN, Fox News, NBC, Harvard, Yale, Stanford, Oxford, Cambridge, MIT, Sorbonne, NASA, NATO, FBI, CIA,
Interpol, Greenpeace, Amnesty International, Unicef, Rotary, Lions Club, Boy Scouts, Catholic Church, Al Qaeda, Hamas, Hezbollah, Taliban, Baath, Likud,
Fatah, Kremlin, Pentagon, Congress, Senate, Parliament, Treasury, Federal Reserve, Wall Street, Silicon Valley, Hollywood, Broadway, Middle East, Cold War,
World War II, Civil War, Great Depression, Renaissance, Christmas, Easter, Ramadan, Thanksgiving, Halloween, Passover, Hanukkah, Diwali, God, Bible, Koran,
Allah, Buddha, Islam, Christianity, Judaism, Hinduism, Muslim, Christian, Jewish, Catholic, Protestant, Sunni, Shiite, Hindu, Buddhist, Internet, Wikipedia,
Medicare, Medicaid, Social Security, Obamacare, Brexit, Covid, Ebola, Parkinson, Alzheimer, Atlantic, Pacific, Mediterranean, Baltic Sea, Danube, Rhine,
Nile, Amazon River, Alps, Himalayas, Everest, Sahara, Mars, Venus, Jupiter, Saturn, Milky Way`);

/** Places prose names that are no city of faker's lists. */
export const REGIONS =
  list(`Europe, Asia, Africa, America, North America, South America, Latin America, Middle East, Far East, Scandinavia, Balkans, Siberia,
California, Texas, Florida, Alaska, Hawaii, Virginia, Georgia, Washington, New York, New England, Midwest, Quebec, Ontario, Bavaria, Saxony, Tuscany, Sicily,
Sardinia, Catalonia, Andalusia, Galicia, Brittany, Normandy, Provence, Flanders, Wallonia, Silesia, Bohemia, Moravia, Dalmatia, Transylvania, Kashmir, Punjab,
Tibet, Gaza, West Bank, Kurdistan, Fallujah, Baghdad, Kabul, Tehran, Damascus, Beirut, Jerusalem, Tel Aviv, Cairo, Mecca, Moscow, Kiev, Kyiv, Warsaw, Prague,
Vienna, Rome, Athens, Lisbon, Madrid, Paris, Berlin, Brussels, Geneva, Zurich, Dublin, London, Copenhagen, Stockholm, Oslo, Helsinki, Zagreb, Belgrade,
Sarajevo, Ljubljana, Bucharest, Sofia, Istanbul, Ankara, Beijing, Shanghai, Hong Kong, Taipei, Tokyo, Osaka, Kyoto, Seoul, Pyongyang, Bangkok, Hanoi, Saigon,
Jakarta, Manila, Singapore, Mumbai, Delhi, Calcutta, Karachi, Lahore, Dhaka, Lagos, Nairobi, Cape Town, Johannesburg, Casablanca, Havana, Lima, Bogota,
Caracas, Santiago, Buenos Aires, Montevideo, São Paulo, Rio de Janeiro, Brasília, Mexico City, Toronto, Montreal, Vancouver, Chicago, Boston, Seattle, Denver,
Houston, Dallas, Austin, Miami, Atlanta, Detroit, Philadelphia, Phoenix, San Francisco, Los Angeles, San Diego, Las Vegas, New Orleans, Salt Lake City`);

/** What English adds to a name to call a place, a shop or a school. */
export const VENUES =
  list(`Park, Hall, Museum, Airport, Bridge, Stadium, Tower, Center, Centre, University, College, High School, Elementary, Hospital, Library,
Beach, Island, County, Valley, Creek, Lake, Hotel, Inn, Cafe, Bar, Diner, Grill, Pizza, Steakhouse, Bakery, Salon, Motors, Dental, Plumbing, Realty, Zoo,
Gardens, Theatre, Theater, Arena, Field, Church, Cathedral, Chapel, Castle, House, Manor, Mall, Market, Plaza, Station, Terminal, Harbor, Bay, Falls,
Canyon, Mountain, Peak, Forest, River, Award, Prize, Foundation, Institute, Fund, Act, Bill, Report, Commission, Amendment, Doctrine, Effect, Brothers,
Records, Pictures, Studios, Press, Publishing, Books, Law Firm, Consulting, Insurance, Bank, Trust, Airlines, Ford, Chevrolet, Toyota, Kitchen, Deli,
Auto, Tire, Electric, Energy, Pharmacy, Clinic, Veterinary, Vineyards, Winery, Brewery, Farms, Ranch, Golf Club, Country Club, Cup, Open, Festival`);

/** Peoples, faiths and what belongs to a place, as English writes them. */
export const DEMONYMS =
  list(`American, British, English, Scottish, Welsh, Irish, European, African, Asian, Arab, Indian, Chinese, Japanese, Korean, Vietnamese, Thai,
Filipino, Indonesian, Malaysian, Pakistani, Bangladeshi, Afghan, Iranian, Persian, Iraqi, Syrian, Lebanese, Jordanian, Israeli, Palestinian, Saudi, Egyptian,
Libyan, Tunisian, Algerian, Moroccan, Turkish, Kurd, Kurdish, Greek, Cypriot, Bulgarian, Romanian, Serbian, Serb, Croat, Bosnian, Albanian, Kosovar, Macedonian,
Slovenian, Hungarian, Austrian, German, Swiss, Dutch, Belgian, Fleming, Walloon, French, Italian, Roman, Spanish, Catalan, Basque, Portuguese, Brazilian,
Argentinian, Argentine, Chilean, Peruvian, Bolivian, Colombian, Venezuelan, Cuban, Mexican, Canadian, Australian, Russian, Ukrainian, Polish, Czech, Slovak,
Lithuanian, Latvian, Estonian, Finnish, Swedish, Norwegian, Danish, Dane, Swede, Icelandic, Ethiopian, Kenyan, Nigerian, Ghanaian, Somali, Sudanese, Congolese,
South African, Texan, Californian, New Yorker, Londoner, Parisian, Berliner, Jew, Jewish, Muslim, Christian, Catholic, Protestant, Orthodox, Hindu, Buddhist, Sikh,
Sunni, Shiite, Methodist, Baptist, Lutheran, Mormon, Democrat, Republican, Communist, Nazi, Marxist, Latino, Hispanic, Caucasian, African-American, Victorian,
Mediterranean, Scandinavian, Nordic, Balkan, Slavic, Soviet, Ottoman, Byzantine`);
