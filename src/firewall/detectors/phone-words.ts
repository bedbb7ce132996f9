import { contextWords } from './context-words.ts';

/** Words for a telephone and its number. */
export const PHONE_WORDS = contextWords(
  [
    'phone|phones|phoneno|phonenumber|telephone|telephones|telephonenumber|tel|telno|tele|mobile|mobiles|mobileno|mobilenumber|cell|cells|cellphone|cellular|landline|fax|faxes|faxno|faxnumber|pager|voicemail|hotline|helpline|switchboard|whatsapp|sms|signal|viber|telegram|imessage|msisdn|handset|smartphone|dial|dialed|dialled|dialing|toll free|toll-free|extension|please call|call or text|text or call|contacted at|contact me at|contact him at|contact her at|contact us at|contact them at|text to|text at|call me|call us|call him|call her|call them|call at|call on|called from|calling from|calls from|caller|caller id|reached at|reach me|reach us|reach him|reach her|reached on|text me|text us|text him|text her|texted|ring me|ring us|give me a call|give us a call|my number|his number|her number|your number|our number|their number|contact number|contact no|contactnumber|home number|work number|emergency contact|day time number|ph|mob',
    'telefon*|tel|handy*|mobil*|rufnummer*|festnetz*|durchwahl*|anruf*|anrufen|rückruf*|ruf|hotline|erreichbar|erreichen',
    'téléphone|téléphones|telephone|téléphoner|tél|portable|numéro de portable|numero de portable|fixe|télécopie|télécopieur|appeler|appelez|appelle|joindre|joignable|rappeler',
    'teléfono*|telefono*|móvil|movil|celular|celulares|fijo|llámame|llamame|llamar|llame|llámenos|llamada',
    'cellulare|fisso|recapito|chiamami|chiamare|chiama|chiamate|telefonico|telefonica',
    'telefone*|telemóvel|telemovel|fone|zap|ligue|ligar|ligue para|whats',
    'telefoon*|mobiel*|gsm|bellen|bel|bereikbaar|belt|vast nummer',
    'numer telefonu|telefoniczny|komórk*|komork*|zadzwoń|zadzwon|kom|mobilní|telefonní|volejte|volat',
    'mobilnummer|telefonnummer|mobiltelefon|tlf|tlf.nr|ring|ringa|ringe|puhelin*|puh|matkapuhelin|gsm|soita|puhelinnumero|sími|simi',
    'телефон*|тел|моб|мобильн*|мобілн*|мобільн*|звон*|позвон*|факс|сотов*|дзвон*|подзвон*',
    'τηλέφωνο|τηλεφωνο|τηλ|κινητό|κινητο|σταθερό|φαξ|καλέστε',
    'telefonu|cep|cep telefonu|cep no|arayın|arayin|ara|gsm no|faks',
    'telefonszám|mobilszám|hívjon|telefonul|sunați|suna|număr de telefon|mobitel|nazovite|pozovite|broj telefona',
    'هاتف|الهاتف|تليفون|جوال|الجوال|موبايل|محمول|اتصل|رقم|فاكس|טלפון|נייד|פלאפון|להתקשר|פקס|फ़ोन|फोन|मोबाइल|दूरभाष|कॉल|تلفن|موبایل|تماس|فون',
    '电话|電話|手机|手機|移动电话|联系方式|联系电话|致电|拨打|传真|座机|携帯|ケータイ|ファックス|連絡先|전화|휴대폰|핸드폰|연락처|팩스|휴대전화|โทร|โทรศัพท์|มือถือ|điện thoại|sđt|số điện thoại|di động|telepon|hp|nomor|hubungi',
  ].join('|'),
);

/** Words that go with a telephone number and with much else. */
export const REACH_WORDS = contextWords(
  'call|calls|called|calling|contact|contacts|contacted|contacting|reach|reached|text|texting|number|numbers|nummer|numéro|numero|número|numer|номер*|kontakt*|contacto|contato|contatto|contactez|ring|rang|line|office|home|emergency|desk|direct|urgent|reachable|message',
);

/** Words for reaching someone that a number may follow at once. */
export const DIRECT_WORDS = contextWords(
  'call|calling|called|contact|contacted|contacting|reached|text to|text at|ring|dial|kontakt*|contacto|contato|contatto|номер',
);

/** Words for numbers that are not telephone numbers. */
export const OTHER_NUMBER_WORDS = contextWords(
  'order|orders|ticket|isbn|issn|sku|part|serial|invoice|tracking|version|account|acct|routing|ssn|social security|sin|passport|licence|license|licencia|vin|policy|claim|case|ref|reference|card|cards|visa|mastercard|barcode|ean|upc|gtin|patent|commit|timestamp|epoch|unix|bytes|iban|imei|imsi|iccid|purchase order|nhs|medicare|npi|tax|ein|tin|itin|member|student|employee|mrn|patient|dea|aadhaar|pesel|cpf|cnpj|siren|siret|nif|dni|bsn|steuer*|rechnung*|bestell*|commande|facture|pedido|factura|fattura|ordine|zip|plz|postal|build|revision|row|line no|issue|bug|pr|rfc|doi|arxiv|hash|checksum|pid|uid|gid|port|offset|seed|size|length|width|height|price|amount|total|usd|eur|订单|单号|身份证|注文',
);
